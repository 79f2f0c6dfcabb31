"""The benchmark's workload: a month of invoices and the department's registers, in the program's formats."""
