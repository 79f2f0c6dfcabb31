extension Night {
    /// The lines to decide, in the order of the rulebook: service date, run, provider, invoice, line.
    ///
    /// Invoices are put in order first and days are counted off, so that no two lines are ever compared.
    ///
    /// - Parameters:
    ///   - places: those of the invoices in the order.
    ///   - isAsked: whether the lines on an agreement are asked for.
    func linesInOrder(_ places: [Int32], where isAsked: (_ agreement: Symbol) -> Bool) -> [Int32] {
        let asked = invoices.map { isAsked($0.invoice.agreement) }
        var decided: [Int32] = []
        for index in lines.indices where origins[index].isDecided && asked[Int(lines[index].invoice)] {
            decided.append(Int32(index))
        }
        return sortedByDay(sortedByInvoice(decided, places: places))
    }

    /// Puts lines in the order of their invoices and, within each, of their numbers.
    ///
    /// - Parameter places: each invoice's place in the order.
    func sortedByInvoice(_ indices: [Int32], places: [Int32]) -> [Int32] {
        sortedByNumber(Self.sorted(indices, by: places, lines) { Int($0.invoice) })
    }

    /// Each invoice's place by the run that received it, provider and number.
    ///
    /// - Parameter ranks: its place by provider and number alone.
    func placesInOrder(_ ranks: [Int]) -> [Int32] {
        let order = invoices.indices.sorted {
            (invoices[$0].receivedRun, ranks[$0]) < (invoices[$1].receivedRun, ranks[$1])
        }
        var places = [Int32](repeating: 0, count: order.count)
        for (place, invoice) in order.enumerated() { places[invoice] = Int32(place) }
        return places
    }

    /// Puts lines in the order of a place that each has by one of its values; equal ones stay as they are.
    private static func sorted(
        _ indices: [Int32], by places: [Int32], _ lines: [InvoiceLine], _ value: (InvoiceLine) -> Int
    ) -> [Int32] {
        var starts = [Int32](repeating: 0, count: places.count + 1)
        for index in indices { starts[Int(places[value(lines[Int(index)])]) + 1] += 1 }
        for place in places.indices { starts[place + 1] += starts[place] }
        var sorted = [Int32](repeating: 0, count: indices.count)
        for index in indices {
            let place = Int(places[value(lines[Int(index)])])
            sorted[Int(starts[place])] = index
            starts[place] += 1
        }
        return sorted
    }

    /// Puts the lines of each invoice in the order of their numbers, in which they mostly stand already.
    private func sortedByNumber(_ indices: [Int32]) -> [Int32] {
        var sorted = indices
        var start = 0
        while start < sorted.count {
            let invoice = lines[Int(sorted[start])].invoice
            var end = start + 1
            var isAscending = true
            while end < sorted.count, lines[Int(sorted[end])].invoice == invoice {
                if lines[Int(sorted[end])].number < lines[Int(sorted[end - 1])].number { isAscending = false }
                end += 1
            }
            if !isAscending {
                sorted[start..<end].sort { (lines[Int($0)].number, $0) < (lines[Int($1)].number, $1) }
            }
            start = end
        }
        return sorted
    }

    /// Puts lines in the order of their days; those of one day stay as they are.
    func sortedByDay(_ indices: [Int32]) -> [Int32] {
        var first = Int32.max
        var last = Int32.min
        for index in indices {
            let day = lines[Int(index)].day.number
            first = min(first, day)
            last = max(last, day)
        }
        if first >= last { return indices }
        let places = [Int32](0...(last - first))
        return Self.sorted(indices, by: places, lines) { Int($0.day.number - first) }
    }
}
