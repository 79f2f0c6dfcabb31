/// The form that narrows a page's lists down. It stays hidden until the script that works it has run.
struct FilterForm {
    /// Empty where the page has nothing of the kind to choose from.
    var owners: [Owner] = []
    /// Ids with names.
    var agencies: [(id: String, name: String)] = []
    var rules: [any Rule.Type] = []

    var markup: Markup {
        """
        <form id="filter" role="search" aria-label="Narrow the lists down" autocomplete="off" hidden><div>
        <label>Search<input type="search" name="search"></label>
        \(select("Whose move", "owner", owners.map { ($0.rawValue, $0.inWords) }))\
        \(select("Agency", "agency", agencies.map { ($0.id, "\($0.id) \($0.name)") }))\
        \(select("Rule", "rule", rules.map { ($0.name, $0.name) }, owners: rules.map { $0.owner }))\
        <button type="reset">Show all</button>
        <p id="shown" role="status"></p>
        </div></form>
        <p id="filtered" hidden></p>\n
        """
    }

    /// - Parameter owners: whose move each option means; the script learns from here which rule is whose.
    private func select(
        _ label: StaticString, _ name: StaticString, _ options: [(String, String)], owners: [Owner] = []
    ) -> Markup {
        if options.isEmpty { return "" }
        var choices: Markup = "<option value=\"\">All</option>"
        for (place, (value, words)) in options.enumerated() {
            let owner: Markup = owners.isEmpty ? "" : " data-owner=\"\(owners[place].rawValue)\""
            choices += "<option value=\"\(value)\"\(owner)>\(words)</option>"
        }
        return "<label>\(Markup(label))<select name=\"\(Markup(name))\">\(choices)</select></label>\n"
    }
}
