"""How agencies word what they did: activities by the generator's twelve kinds, and descriptions.

The pack's words decide what an activity is; the first seven kinds here are case work, the last five are never paid for.
"""

ACTIVITIES = {
    "home visit": ["home visit", "Home Visit", "h/v", "home visit with child and foster parents",
                   "visit to foster home", "supervised visit", "Home visit - monthly", "visit with prospective family"],
    "school meeting": ["school meeting", "PPT meeting", "meeting at school", "School Meeting",
                       "conference with teacher", "meeting with school counselor", "school visit",
                       "meeting w/ school social worker"],
    "travel": ["travel", "Travel", "travel to home visit", "travel to school and back", "transport child to visit",
               "mileage and travel to visit", "drive to foster home", "travel time"],
    "team conference": ["team conference", "case conference", "Case Conference", "treatment team meeting",
                        "conference with social worker", "FGDM conference", "case review meeting", "ACR meeting"],
    "direct service": ["counseling session", "family therapy session", "Counseling session",
                       "LIFE Book work with child", "individual counseling", "therapy session", "counseling with child",
                       "play therapy session"],
    "parent coaching": ["telephone call", "t/c", "phone call with foster mother", "meeting with parents",
                        "Telephone call", "tc to social worker", "call with therapist", "coaching of foster parents"],
    "report writing": ["writing the home study", "home study interview", "assessment of readiness",
                       "writing progress report", "writing treatment plan", "home study write-up",
                       "interview of references", "writing court report"],
    "typing": ["typing", "Typing case notes", "typed progress report", "typing of home study", "word processing",
               "typed up notes", "Typing", "typing contact log"],
    "filing": ["filing", "Filing", "filing case notes", "filed records", "re-filing records", "filing monthly reports",
               "filing of documents", "scanning and filing records"],
    "fundraising": ["fundraising", "fund-raising event", "Fundraising", "donor calls", "gala planning", "fund raiser",
                    "fundraising letters", "planning agency fundraiser"],
    "staff training": ["preparing invoices", "invoice prep", "Invoice preparation", "billing", "prepared invoice",
                       "preparing DCF-2106", "prep of monthly billing", "invoicing"],
    "cancelled visit": ["organizing paperwork", "sorting paperwork", "paperwork organization", "Organized paperwork",
                        "organising case paperwork", "put paperwork in order", "organizing documents",
                        "sorted paperwork"],
}
VARIANTS = 8

_WHO = ["child", "foster mother", "both foster parents", "child and sibling", "mother, father, child", "grandmother",
        "therapist", "DCF social worker", "child's attorney", "school nurse", "prospective family", "teacher"]
_WHAT = ["behavior at bedtime", "grief and loss", "contact with siblings", "school", "what a new family means",
         "visit schedule", "progress & next steps", "medical needs", "trust at home", "search questions",
         "readiness to move", "after-school care", 'said "mama" for the first time', "late start, traffic on I-95"]
_TOWNS = ["Hartford", "New Haven", "Norwich", "Waterbury", "Bridgeport", "Danbury", "Torrington", "Willimantic"]


def activities():
    """Every wording, the variants of one kind beside each other, kinds in the generator's order."""
    return [wording for wordings in ACTIVITIES.values() for wording in wordings]


def descriptions():
    """Some thirteen thousand descriptions: about a quarter of the lines has none, as on real invoices."""
    spoken = [f"with {who}: {what}" for who in _WHO for what in _WHAT]
    counted = [f"session {number} of {number + left}, {what}"
               for number in range(1, 25) for left in range(0, 20, 2) for what in _WHAT]
    driven = [f"{start} to {end}, {miles} miles" for start in _TOWNS for end in _TOWNS for miles in range(3, 70)]
    timed = [f"{hour}:{minute:02d} to {hour + 1}:{minute:02d} with {who}"
             for hour in range(8, 18) for minute in range(0, 60, 5) for who in _WHO[:4]]
    # These say that a part of the time was typing, so that staff must look at the line.
    doubtful = [f"{what}; typed up notes afterwards" for what in _WHAT]
    told = spoken * 20 + counted + driven + timed + doubtful
    return [None] * (len(told) // 3) + told
