import Billing
@main struct InvoiceBatch { static func main() {} }
