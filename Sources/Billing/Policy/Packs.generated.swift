// Made by Scripts/make-packs from the files in Packs. Do not edit; run `make generate`.

/// The policy pack that the program carries in itself.
enum EmbeddedPack {
    static let ppsp = ###"""
        # The policy pack: every number, date, effect and source that a decision rests on.
        #
        # A policy officer may change it without programming: copy the folder, edit the copy, and run
        #   invoice-batch run --policy FOLDER ...
        # Every value has a source. What changes by date has a start date only ("from"): a value holds until the next one
        # begins, so that values can neither overlap nor leave a hole. Before the first there is a finding, never a default.
        # Service dates decide which value holds, not the date of the run.

        pack: PPSP
        version: "1"

        # The policies, each with the services that it lists (Types of Services to be Purchased) and what it says of them.
        policies:
          - name: earlier PPSP
            # The text names no first day; it holds for every service date before its successor's.
            from: 0001-01-01
            source: earlier PPSP, Types of Services to be Purchased
            services:
              - {name: legally-free, code: LF, title: Services to Legally Free the Child}
              - {name: pre-placement-planning, code: PR, title: Pre-Placement Planning}
              - {name: recruitment-screening, code: RS, title: Recruitment/Screening of a Potential Adoptive Family}
              - {name: home-study, code: HS, title: Home Study Evaluation of a Potential Adoptive Family}
              - {name: placement-planning, code: PP, title: Placement Planning}
              - {name: post-placement-supervision, code: PS, title: Post-Placement Supervision}
              - {name: post-finalization, code: PF, title: Post-Finalization Services}
              - {name: return-home, code: RH, title: Services to Return a Child Home}
              - {name: supervision-after-return-home, code: SH, title: Supervision after Return Home}
            # Out-of-state agencies were bought from, under any state's licence (earlier PPSP, Definition; Core Contract Required).
            inStateOnly: false
            # Only child placing agencies had contracts (earlier PPSP, Core Contract Required).
            placingAgencyOnly: all
            placingAgencyLicenceInState: false
            afterFinalization: [post-finalization]
            afterReunification: []
            companionContracts:
              source: 48-22-2, Reimbursement Policy when there are Companion Contracts
              notInResidence: [placement-planning, pre-placement-planning]
              otherFamiliesOnly: [recruitment-screening, home-study]
              notForFormerFosterFamily: [pre-placement-planning, placement-planning, recruitment-screening, home-study]

          - name: 48-22-2
            from: 2014-12-19
            source: 48-22-2, Types of Services to be Purchased
            services:
              - {name: recruitment-screening, code: RS, title: Recruitment and Screening}
              - {name: placement-planning, code: PP, title: Placement Planning}
              - {name: home-study, code: HS, title: Home Study and Evaluation}
              - {name: post-placement-supervision, code: PS, title: Post-Placement Supervision}
              - {name: post-finalization, code: PF, title: Post-Finalization Services}
              - {name: reunification, code: RU, title: Reunification Services}
              - {name: supervision-after-reunification, code: SR, title: Supervision after Reunification}
            # Nothing is bought out of state (48-22-2, Policy, notes).
            inStateOnly: true
            # Only licensed Connecticut child placing agencies recruit and study homes (48-22-2, Policy, notes).
            placingAgencyOnly: [recruitment-screening, home-study]
            placingAgencyLicenceInState: true
            # After an adoption or a transfer of guardianship, until the eighteenth birthday (48-22-2, Post-Finalization Services).
            afterFinalization: [post-finalization]
            # From the reunification to the revocation of the commitment (48-22-2, Supervision Following Reunification).
            afterReunification: [supervision-after-reunification]
            companionContracts:
              source: 48-22-2, Reimbursement Policy when there are Companion Contracts
              notInResidence: [placement-planning, pre-placement-planning]
              otherFamiliesOnly: [recruitment-screening, home-study]
              notForFormerFosterFamily: [pre-placement-planning, placement-planning, recruitment-screening, home-study]

        # Values that may change on a day of their own. "none" ends a value without setting another.
        values:
          # Hours that a child may be paid in all.
          childCap:
            - {from: 2014-12-19, value: 132.00, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions"}
          # The same where the agreement's version counts at least one additional home study.
          childCapWithHomeStudy:
            - {from: 2014-12-19, value: 157.00, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions"}
          # The most that an hour may cost in dollars, whatever a contract says. The policy's $70.63 is the rate of its day, and
          # the Contract Funding Face Sheet states each contract's own: no cap.
          rateCap:
            - {from: 0001-01-01, value: none, source: "48-22-2, Service Hour Rate"}

        # Settings of the whole run.
        settings:
          # Over what a child's hours are added up: purchaser (each form apart), child (both together) or agreement.
          childCap.scope: {value: purchaser, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions (reading 1)"}
          # How many months back invoices and progress reports are looked for, and how long after a month's end.
          invoiceLookbackMonths: {value: 3, source: "48-22-2, Monthly Invoice"}
          invoiceGraceDays: {value: 10, source: "48-22-2, Monthly Invoice"}
          # Days from receipt until a payment is due.
          promptPaymentDays: {value: 45, source: "State of Connecticut, prompt payment"}
          # Days of notice before a termination.
          terminationNoticeDays: {value: 30, source: "48-22-2, Terminating an Agreement Prior to the Completion of Services"}
          # A register with less than this part (in percent) of the rows of the last run is taken for a broken export,
          # unless it had fewer than so many rows then.
          registerShrinkLimit: {value: 90, source: "Registers, Brake"}
          registerShrinkExemptRows: {value: 20, source: "Registers, Brake"}
          # AAP's public key (Ed25519, 32 bytes in base64), by which its weekly bundles must be signed. "none": bundles need no
          # signature.
          aapPublicKey: {value: none, source: "docs/aap.md, Signing"}

        # How payments are vouchered (vouchers.csv). The layout follows the public PeopleSoft spreadsheet voucher; the numbers are
        # the fiscal office's. Those marked as placeholders are not public: enter your own before accounting takes a voucher.
        # "none" leaves a field empty.
        vouchers:
          businessUnit: {value: DCF, source: "placeholder: the fiscal office's accounts payable business unit"}
          # The most characters that the invoice's number and a line's description may have.
          invoiceNumberLength: {value: 30, source: "PeopleSoft Payables, Spreadsheet Voucher (INVOICE_ID)"}
          descriptionLength: {value: 30, source: "PeopleSoft Payables, Spreadsheet Voucher (DESCR)"}
          # The month in which the state's fiscal year begins; the year is named by the calendar year in which it ends.
          fiscalYearFirstMonth: {value: 7, source: "Connecticut General Statutes, Sec. 4-35: the fiscal year closes on June 30"}
          # The accounting distribution of every line (State Accounting Manual, ChartFields). The budget reference is the
          # fiscal year of the line's services.
          chartfields:
            fund: {value: "11000", source: "State Comptroller: 11000, General Fund"}
            department: {value: DCF, source: "placeholder: the fiscal office's department"}
            sid: {value: "00000", source: "placeholder: the appropriation (special identification) that bears the program"}
            program: {value: "00000", source: "placeholder: the fiscal office's program"}
            account: {value: "00000", source: "placeholder: the fiscal office's expenditure account"}
            project: {value: none, source: "State Accounting Manual, ChartFields: for projects and grants only"}
            chartfield1: {value: none, source: "State Accounting Manual, ChartFields: for the agency's own use"}
            chartfield2: {value: none, source: "State Accounting Manual, ChartFields: for the agency's own use"}

        # What each rule does, and what it rests on. A deny or pend rule may be set to deny, pend, warn or off, a warn rule to
        # warn or off; the others are what they are.
        rules:
          # Files.
          file-unreadable: {effect: reject, source: "48-22-2, Monthly Invoice"}
          file-unsafe: {effect: reject, source: "48-22-2, Monthly Invoice"}
          file-schema: {effect: reject, source: "48-22-2, Monthly Invoice"}
          file-columns: {effect: reject, source: "48-22-2, Monthly Invoice"}
          file-column-unknown: {effect: warn, source: "48-22-2, Monthly Invoice"}
          file-encoding-guessed: {effect: warn, source: "48-22-2, Monthly Invoice"}
          file-already-processed: {effect: skip, source: "48-22-2, Monthly Invoice"}
          bundle-mismatch: {effect: reject, source: "48-22-2, Monthly Invoice"}
          bundle-unsigned: {effect: reject, source: "48-22-2, Monthly Invoice"}
          bundle-gap: {effect: warn, source: "48-22-2, Monthly Invoice"}
          # Invoices.
          invoice-value: {effect: reject, source: "48-22-2, Monthly Invoice"}
          invoice-header-conflict: {effect: reject, source: "48-22-2, Monthly Invoice"}
          invoice-line-repeated: {effect: reject, source: "48-22-2, Monthly Invoice"}
          invoice-dates: {effect: reject, source: "48-22-2, Monthly Invoice"}
          invoice-total-mismatch: {effect: reject, source: "48-22-2, Monthly Invoice"}
          provider-unknown: {effect: reject, source: "48-22-2, Core Contract Required"}
          replaces-twice: {effect: reject, source: "48-22-2, Monthly Invoice"}
          invoice-number-reused: {effect: reject, source: "48-22-2, Monthly Invoice"}
          invoice-already-received: {effect: skip, source: "48-22-2, Monthly Invoice"}
          no-services-unplaced: {effect: warn, source: "48-22-2, Monthly Invoice"}
          # Lines: deny.
          service-unknown: {effect: deny, source: "48-22-2, Types of Services to be Purchased"}
          agreement-unknown: {effect: deny, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions"}
          agreement-provider: {effect: deny, source: "48-22-2, Developing an Agreement for Each Child"}
          child-not-on-agreement: {effect: deny, source: "48-22-2, Developing an Agreement for Each Child"}
          contract-missing: {effect: deny, source: "48-22-2, Core Contract Required"}
          rate-missing: {effect: deny, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions; Service Hour Rate"}
          provider-out-of-state: {effect: deny, source: "48-22-2, Policy (notes)"}
          provider-not-licensed: {effect: deny, source: "48-22-2, Policy (notes); Core Contract Required"}
          agreement-unsigned: {effect: deny, source: "48-22-2, Developing an Agreement for Each Child; Payment, Maximum Amount of Contract, Hours and Exceptions"}
          agreement-term: {effect: deny, source: "48-22-2, Developing an Agreement for Each Child; Amending Agreements"}
          agreement-terminated: {effect: deny, source: "48-22-2, Terminating an Agreement Prior to the Completion of Services"}
          service-not-on-agreement: {effect: deny, source: "48-22-2, Amending Agreements"}
          wrong-form: {effect: deny, source: "48-22-2, Post-Finalization Services; Monthly Invoice"}
          child-not-active: {effect: deny, source: "48-22-2, Children Served"}
          service-timing: {effect: deny, source: "48-22-2, Post-Finalization Services; Supervision Following Reunification"}
          companion-contract: {effect: deny, source: "48-22-2, Reimbursement Policy when there are Companion Contracts"}
          unbillable-activity: {effect: deny, source: "48-22-2, Service Hour Rate"}
          activity-missing: {effect: deny, source: "48-22-2, Monthly Invoice"}
          aap-returned: {effect: deny, source: "48-22-2, Monthly Invoice"}
          duplicate-line: {effect: deny, source: "48-22-2, Terminating an Agreement Prior to the Completion of Services (improperly rendered or documented services)"}
          # Lines: pend.
          register-fault: {effect: pend, source: "Registers, Faults"}
          provider-standing: {effect: pend, source: "48-22-2, Core Contract Required"}
          agreement-late-completion: {effect: pend, source: "48-22-2, Amending Agreements"}
          companion-family-unknown: {effect: pend, source: "48-22-2, Reimbursement Policy when there are Companion Contracts"}
          unbillable-suspected: {effect: pend, source: "48-22-2, Service Hour Rate"}
          duplicate-suspected: {effect: pend, source: "48-22-2, Terminating an Agreement Prior to the Completion of Services (improperly rendered or documented services)"}
          worker-day: {effect: pend, source: "48-22-2, Terminating an Agreement Prior to the Completion of Services (improperly rendered or documented services)"}
          aap-review-missing: {effect: pend, source: "48-22-2, Monthly Invoice"}
          replaces-unknown: {effect: pend, source: "48-22-2, Monthly Invoice"}
          # Lines: warn.
          amount-understated: {effect: warn, source: "48-22-2, Service Hour Rate"}
          activity-other: {effect: warn, source: "48-22-2, Service Hour Rate"}
          month-mismatch: {effect: warn, source: "48-22-2, Monthly Invoice"}
          child-two-providers: {effect: warn, source: "48-22-2, Terminating an Agreement Prior to the Completion of Services (improperly rendered or documented services)"}
          # Lines: reduce.
          amount-overstated: {effect: reduce, source: "48-22-2, Service Hour Rate"}
          rate-exceeded: {effect: reduce, source: "48-22-2, Service Hour Rate"}
          service-hours-exceeded: {effect: reduce, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions"}
          child-hours-exceeded: {effect: reduce, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions"}
          service-ceiling-exceeded: {effect: reduce, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions; Developing an Agreement for Each Child"}
          # Agreements.
          agreement-over-cap: {effect: warn, source: "48-22-2, Payment, Maximum Amount of Contract, Hours and Exceptions"}
          agreement-ceiling-inconsistent: {effect: warn, source: "48-22-2, Developing an Agreement for Each Child"}
          agreement-below-paid: {effect: warn, source: "48-22-2, Amending Agreements"}
          amendment-unsigned: {effect: warn, source: "48-22-2, Amending Agreements"}
          termination-notice-short: {effect: warn, source: "48-22-2, Terminating an Agreement Prior to the Completion of Services"}
          invoice-missing: {effect: warn, source: "48-22-2, Monthly Invoice"}
          progress-report-missing: {effect: warn, source: "48-22-2, Progress Reports"}
          service-plan-missing: {effect: warn, source: "48-22-2, Progress Reports"}
          partial-completion-unexplained: {effect: warn, source: "48-22-2, Developing an Agreement for Each Child"}
          # Decided by staff, and what belongs to no invoice.
          denied-by-staff: {effect: deny, source: "48-22-2, Monthly Invoice (decisions of staff)"}
          reversed-by-staff: {effect: warn, source: "48-22-2, Monthly Invoice (decisions of staff)"}
          replaced: {effect: warn, source: "48-22-2, Monthly Invoice (corrections)"}
          disposition-unused: {effect: warn, source: "48-22-2, Monthly Invoice (decisions of staff)"}
          register-row: {effect: warn, source: "Registers, Faults"}
          voucher-refused: {effect: warn, source: "48-22-2, Monthly Invoice"}

        """###

    static let activities = ###"""
        # What an activity and its description say was done.
        #
        # A service hour never covers five things, and only these five: typing, filing, preparing invoices, organizing
        # paperwork, fundraising (48-22-2, Service Hour Rate). Agencies write these in their own words; this file lists the
        # words, and the readings that tell "filed case notes" (filing) from "filed motion" (case work). Edit it freely: a slip
        # is reported with its line, and nothing is paid on a file that has one.
        #
        # A SECTION has a `source` and groups of words, and may have readings.
        #
        # A GROUP:
        #   words      words or phrases, letter case, hyphens and apostrophes apart: fund-raiser = fundraiser. Give "h/v" and
        #              "w/" with their slash. A word may stand in several groups: it then speaks for all of them.
        #   means      what the words say when no reading fits: one of the five (`typing`), `maybe` one of the five (held for a
        #              person to look at, never denied), `aside` one of the five (held only beside case work or in a
        #              description), `case work`, or `nothing` (the default).
        #   roles      how a sentence is taken apart (below); several may be given.
        #   forms      `noun` adds the plural, `verb` adds -s, -ed, -ing; of a phrase, a noun bends the last word, a verb the
        #              first.
        #   prefixes   the words stand with each of these in front as well: re-filed.
        #
        # ROLES:
        #   verb       work in itself; it is never the object of another word
        #   record     a paper, a text: what is typed or filed. "home visit notes" is a record, "home visit" is not
        #   preparing  what one does to an invoice        general    contact that may be about fundraising (meeting w/ donors)
        #   filler     passed over by next and previous   light      says nothing of its own: "misc", "office", "1 hr"
        #   about      what follows is the object: of     toward     what follows is where it went: with, at
        #   breaker    what follows is something else: after, while
        #   link       joins two things: and              negation   what follows was not done: no, without
        #   exclusion  what stands around it is not billed: "not included"
        #   (negation and breaker together: a whole list follows that was not done: "excluding travel, typing")
        #
        # A READING is tried on every word of the groups that it is `of`; the first that fits decides. It fits when all hold:
        #   next, previous   the nearest word that is no filler is of one of these groups (`start`, `end`: there is none)
        #   after, before    a word further on, or earlier, in the same clause is
        #   beside           a word of the clause is
        #   to               a word that "with", "to", "at" … leads to is
        #   activity         a word of the activity is (while its description is read)
        #   unless-…         none of these is
        #   word             the word itself is (`capital`: written with a capital letter)
        #   in               `activity` or `description`: only there
        # They name groups, roles, `name` (a name, by its capital letter), `number` or `strange` (a word that is in no list).

        spelling:
          source: "British and American spelling: a word of this file is known in both"
          pairs: [[ize, ise], [izi, isi], [iza, isa], [yze, yse], [eling, elling], [eled, elled], [aling, alling], [aled,
            alled]]
          # Titles: a name follows the full stop.
          titles: [mr, mrs, ms, dr, st, jr, sr]
          # Words behind which a full stop ends no sentence.
          abbreviations: [conf, mtg, misc, appt, tel, hrs, hr, min, mins, approx, ct, juv, att, atty, attys, vs, incl, excl,
            prep, rpt, dept, vol, jan, feb, mar, apr, aug, sept, sep, oct, nov, dec, no, re, sess, tc, hv, hs, bm, bf, sw,
            fm, ff, gm, etc, eval, ph, doc, docs, info]
          # An unknown word with such an ending may be a verb, and so work of its own: "<?>ing and typing".
          verb-endings: [ing, ed]
          # Words of this length or more are known with one letter missing, added, wrong, or two exchanged.
          typos-from: 6

        # ---------------------------------------------------------------------------------------------------------------------
        # typed: it was typed, by whomever of the agency. type, kind-of: the same letters as a noun ("type of placement") say
        # nothing. keyed, enter, dictation: may have been typing, so a person looks. typing-taught: a lesson is the child's.
        typing:
          source: "48-22-2, Service Hour Rate: typing costs. Putting existing words into type, whoever does it; writing is paid"
          groups:
            typing:
              means: typing
              prefixes: [re]
              words: [typing, typist, typing pool, typewriting, typewritten, typewriter, keyboarding, keyboarded,
                keyboard entry, keyboard work, keypunching, word processing, word process, word processed, wordprocessing,
                word processor, typing up, typing out, tping, typng, tpying, typeing, tyipng]
            typed:
              means: typing
              prefixes: [re]
              words: [typed, typed up, typed out, typed in, typwritten, typd, tpyed]
            type:
              prefixes: [re]
              words: [type, types]
            type-up:
              means: typing
              prefixes: [re]
              words: [type up, types up, type out, type in, types out, typeup]
            transcribe:
              means: typing
              words: [transcribe, transcribes, transcribed, transcribing, transcription, transcriptions, transcriptionist]
            keyed:
              means: maybe typing
              words: [keyed, keying, key in, keyed in, keying in, data entry, data entering, data input, data inputting]
            enter:
              words: [enter, enters, entered, entering, input, inputs, inputted, inputting, copied out, copying out]
            dictation:
              means: maybe typing
              words: [dictation, dictations, dictaphone]
            kind-of:
              words: [type of, types of, type a, type b, type i, type ii, type o, blood type, body type, family type,
                home type, service type, visit type, placement type, contact type, this type, that type, these types,
                what type, which type, any type, all types, some type, same type, personality type, type one, type two,
                housing type, by type]
            typing-taught:
              words: [lesson, lessons, skill, skills, class, classes, course, courses, tutor, tutoring, practice, practise,
                speed, test, tests, homework, app, game, games, club, teacher, tutorial, ability]
          readings:
            - { of: [typed, typing, type-up, transcribe, type], before: [help, teach], beside: [child, parent],
                means: nothing }
            - { of: [typed, typing, type-up, transcribe, type], before: [observe-child, child],
                unless-previous: [record], means: nothing }
            - { of: [typed, transcribe], after: [by-word], to: [child, parent, lawyer, court, outsider], means: nothing }
            - { of: [typed, typing, type-up, transcribe], previous: [child, parent, lawyer, court, outsider], means: nothing }
            - { of: [typing, type], after: [typing-taught], means: nothing }
            - { of: [typing], before: [typing-taught], unless-previous: [record], means: nothing }
            - { of: [typed], previous: [review, talk, sign, handed], next: [record], means: nothing }
            - { of: [typed], to: [child], means: maybe typing }
            - { of: [typed], previous: [dcf], means: maybe typing }
            - { of: [type], next: [record, dictation], previous: [start, will, toward, about, someone-of-ours],
                means: typing }
            - { of: [type], next: [record], previous: [strange, name], means: maybe typing }
            - { of: [type], in: activity, next: [end], previous: [start], means: maybe typing }
            - { of: [dictation], before: [typing, typed, transcribe, type], means: typing }
            - { of: [dictation], after: [typing, typed, transcribe, type], means: typing }
            - { of: [enter], after: [handwritten], means: typing }
            - { of: [enter], next: [record], after: [computer], means: maybe typing }
            - { of: [enter], next: [record], in: activity, unless-after: [agreement, conversation], means: maybe typing }
            - { of: [keyed], after: [record], means: typing }

        # ---------------------------------------------------------------------------------------------------------------------
        # filed: a record was put where it is kept, unless it was lodged (a motion, with a court) or somebody else did it. file:
        # the paper; read or fetched it is case work. put: into storage it is filing, into a binder paperwork.
        filing:
          source: "48-22-2, Service Hour Rate: filing costs. Putting a record where it is kept; lodging with a court
            is paid, reading a file too"
          groups:
            filed:
              means: filing
              prefixes: [re, mis]
              words: [filing, filings, filed, filling away, fileing, filign, filng, fliing]
            was-filed:
              words: [filed]
            file-it:
              means: filing
              words: [file away, filed away, filing away, refile, refiles, scan and file, scanandfile, scan file,
                filing system, filing room, file room, filing backlog]
            file:
              roles: [record]
              words: [file, files, case file, case files, file folder, caseload file, caseload files, e file, efile,
                pdf file]
            archive:
              means: filing
              words: [archiving, archived, archival, archive records, archive files, archive cases, archive]
            alphabetize:
              means: filing
              forms: verb
              words: [alphabetize, alphabetise, alphabetizing files]
            scan:
              forms: verb
              words: [scan, digitize, microfilm]
            upload:
              forms: verb
              words: [upload]
            put:
              words: [dropped, slipped, tucked, shelving, shelved, boxed, boxing, put, puts, putting, place, places, placed,
                placing, stored, storing, store, insert, inserted, inserting, added, adding, add, returned, returning,
                replaced, replacing, replace, stuck, stuffing, stuffed, moved, moving]
            put-away:
              words: [put away, putting away, stored away, storing away]
            storage:
              roles: [light]
              words: [folder, folders, cabinet, cabinets, filing cabinet, filing cabinets, file cabinet, file cabinets,
                drawer, drawers, file drawer, chart, charts, storage, archives, closet, shelf, shelves, storage room,
                file box, boxes, box, record, records, case record, case records, case folder, case folders, vault,
                hard copy file]
            computer:
              roles: [light]
              words: [computer, system, database, software, server, shared drive, electronic record, electronic file, link,
                ct kind, portal, emr, ehr, word document]
            into:
              roles: [toward]
              words: [in, into, inside, to]
            copy-of:
              roles: [light]
              words: [copy, copies, photocopy, photocopies, photocopied, photocopying, copying, copied, xerox, xeroxing,
                xeroxed]
            file-unlike:
              words: [filing fee, filing fees, filing deadline, filing date, filing status, on file, single file,
                court filing, court filings, audio file, video file, nail file, rank and file, filing extension, tax filing,
                file number, file cover]
            lodged:
              words: [motion, motions, petition, petitions, affidavit, affidavits, appeal, appeals, complaint, complaints,
                grievance, grievances, tpr, subpoena, subpoenas, restraining order, protective order, order of protection,
                police report, missing person report, missing persons report, missing child report, 136, dcf136, dcf 136,
                mandated report, incident report with police, abuse report, neglect report, hotline report,
                report of neglect, report of abuse, brief, objection, response brief, writ, lawsuit, charges, injunction,
                stipulation, appearance, tax return, tax returns, taxes, fafsa, application, applications, coa, contempt,
                exhibits, pleading, pleadings, adoption petition, witness list, neglect petition, termination petition,
                coterminous petition, insurance claim, custody papers, adoption papers, guardianship papers, divorce papers,
                notice of appeal, appellate brief, police complaint, careline report, da report, runaway report,
                missing report]
            lodged-for:
              words: [housing, housing assistance, section 8, energy assistance, cash assistance, assistance, wic, tanf,
                workers comp, probate, guardianship, custody, divorce, adoption, visitation rights, benefits, ssi, ssdi,
                bankruptcy, emancipation, paternity, visa, citizenship, asylum, disability, unemployment, medicaid, husky,
                snap, food stamps, termination, revocation, extension, reinstatement, reunification, due process,
                mediation hearing, name change, u visa, sijs, green card, passport, social security, child support,
                eviction, intervenor status, hearing]
          readings:
            - { of: [file-it], to: [court], means: case work }
            - { of: [filed], next: [typing-taught], means: nothing }
            - { of: [filed], to: [court-clerk], means: case work }
            - { of: [filed], after: [by-word], to: [parent, child, lawyer, dcf, court, outsider, police, authority],
                means: nothing }
            - { of: [filed], before: [help], beside: [parent, child], next: [for-word], means: case work }
            - { of: [filed], next: [lodged], unless-to: [storage, binder, file], means: case work }
            - { of: [filed], after: [copy-of, storage, binder], unless-to: [court, court-clerk, police], means: filing }
            - { of: [filed], before: [copy-of], unless-to: [court, court-clerk, police], means: filing }
            - { of: [filed], to: [court, police], means: case work }
            - { of: [filed], to: [child], unless-to: [storage, file, record], means: maybe filing }
            - { of: [filed], after: [lodged], means: case work }
            - { of: [filed], before: [lodged], means: case work }
            - { of: [filed], after: [lodged-for], unless-after: [record], means: case work }
            - { of: [filed], to: [dcf, authority], means: case work }
            - { of: [filed], previous: [dcf, lawyer, court, parent, child, authority, police, outsider], means: nothing }
            - { of: [filed], before: [help], after: [parent, child], means: nothing }
            - { of: [filed], before: [review, talk], unless-previous: [record], unless-after: [record], means: maybe filing }
            - { of: [filed], next: [strange], means: maybe filing, unless-after: [record] }
            - { of: [was-filed], previous: [strange], unless-after: [record], means: maybe filing }
            - { of: [file], previous: [start, will, pull, copied-verb, about-to], next: [record, storage, medicals],
                means: filing }
            - { of: [file], previous: [start, will, about-to, toward, help], next: [lodged], means: case work }
            - { of: [file], previous: [start, will, about-to, toward], after: [lodged, lodged-for], means: nothing }
            - { of: [file], previous: [into, toward], before: [put, scan], unless-before: [lifebook, put-together],
                means: filing }
            - { of: [file], before: [organize, bindery, purge, clean-up, label], means: paperwork }
            - { of: [file], next: [organization, clean-up, purge], means: paperwork }
            - { of: [file], next: [upkeep], means: maybe filing }
            - { of: [file], before: [upkeep], unless-before: [review], means: maybe filing }
            - { of: [file], next: [review, search], means: case work }
            - { of: [file], before: [review, search], means: case work }
            - { of: [file], previous: [about-to], next: [end], means: maybe filing }
            - { of: [archive], next: [review, search], means: nothing }
            - { of: [archive], before: [review, search], means: nothing }
            - { of: [scan], previous: [medical], means: nothing }
            - { of: [scan], after: [child, parent], unless-after: [record], means: nothing }
            - { of: [scan], after: [storage, computer, file, file-it], means: filing }
            - { of: [scan], to: [dcf, lawyer, parent, authority, aap], means: nothing }
            - { of: [scan], after: [record, medicals], means: maybe filing }
            - { of: [scan], next: [end], in: activity, previous: [start], means: maybe filing }
            - { of: [upload], after: [record, storage], unless-to: [dcf, lawyer, court, authority], means: maybe filing }
            - { of: [put-away], after: [record, file, paperwork], means: filing }
            - { of: [put], after: [lifebook], means: nothing }
            - { of: [put], activity: [lifebook], unless-after: [file, case-papers, paperwork], means: nothing }
            - { of: [put], after: [binder], to: [binder], unless-after: [child], means: paperwork }
            - { of: [put], after: [in-order], unless-after: [child], means: paperwork }
            - { of: [put], next: [record, medicals, paperwork], to: [storage, file], means: filing }

        # ---------------------------------------------------------------------------------------------------------------------
        # invoice, invoicing, dcf-2106: the agency's own. bill: only with a word that makes it the agency's; others-bill and
        # owed make it somebody else's, a name behind it or "with" before it a person. hours-added: counting up what is
        # to be billed.
        invoices:
          source: "48-22-2, Service Hour Rate: time preparing invoices. The agency's own (DCF-2106, AAP's form), not
            somebody else's bill"
          groups:
            invoice:
              means: invoices
              prefixes: [re]
              words: [invoice, invoices, co 17, co17, accounting invoice, accounting invoices, invocie, e invoice, einvoice,
                invioce, invoces]
            invoicing:
              means: invoices
              prefixes: [re]
              words: [invoicing, invoiced, billing, billings, billing sheet, billing sheets, billing form, billing forms,
                biling, billing log, billing logs, billing summary, billing statement, billing statements,
                billing worksheet, biiling]
            dcf-2106:
              means: invoices
              roles: [record]
              words: [dcf2106, dcf 2106, "2106", 2106s, form 2106, 2106 form, dcf 2106s]
            bill:
              words: [bill, bills]
            bills:
              words: [bills]
            billed:
              words: [billed, rebilled]
            claim:
              words: [claim, claims]
            hours-added:
              words: [add up, adding up, added up, adds up, totals, totaling, totaled, tally, tallied, tallying, tallies,
                sum up, summed, summing, summed up, tabulate, tabulated, tabulating, count up, counted up, counting up]
            hours-counted:
              words: [total, add, added, adding, compute, computed, computing, calculate, calculated, calculating,
                calculation, calculations, figuring, figured, compile, compiled, compiling, reconcile, reconciled,
                reconciling, count, counted, counting, log, logged, logging]
            hours:
              roles: [light]
              words: [hours, hrs, service hours, billable hours, billable time, billable units, units, billable hrs,
                ppsp hours]
            own-bill:
              roles: [light]
              words: [monthly, agency, ppsp, quarterly, agencys, our, aap, january, february, march, april, may, june, july,
                august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec,
                month, months, month end, monthend, end of month, eom, post finalization, postfinalization, hours, hrs,
                weekly, dcf, dcfs, service, services]
            own-bill-word:
              words: [monthly, month, months, billable hours, billable time, billable units, january, february, march,
                april, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sept,
                sep, oct, nov, dec]
            reimbursement:
              words: [reimbursement, reimbursements, reimbursement request, reimbursement form, request for payment,
                payment request, payment requests, accounts receivable]
            others-bill:
              words: [medical, hospital, dental, dentist, dentists, doctor, doctors, electric, electricity, utility,
                utilities, phone bill, gas, heating, heat, oil, water, rent, cable, internet, phone, cell, cellphone,
                daycare, day care, camp, camps, therapist, therapists, lawyer, lawyers, legal, insurance, pharmacy,
                ambulance, orthodontist, orthodontia, orthodontic, tuition, school, vendor, vendors, landlord, landlords,
                credit card, clinic, pediatrician, pediatricians, er, emergency room, lab, funeral, car repair, babysitter,
                respite provider, tutor, tutors, eversource, verizon, counselor, counselors, moms, mothers, familys,
                shutoff, hospitals, household, attorney, attorneys, storage unit, optometrist, eyeglasses, glasses,
                prescription, vet, provider bill, prescriptions, braces]
            owed:
              words: [collections, collection, copay, overdue, unpaid, past due, late]
            paying:
              words: [pay, paid, paying, pays, payment, payments, afford, owe, owed, owes, owing, budget, budgeting,
                budgeted]
            bill-unlike:
              words: [bill of rights, bills of rights, gi bill, house bill, senate bill, dollar bill, dollar bills,
                bill passed, uncle bill, mr bill, bill of sale, clean bill of health, buffalo bills, raised bill,
                legislative bill, grandpa bill, legislation, true bill, bill collector, bill collectors, bill h]
            dcf-2107:
              words: [dcf2107, dcf 2107, "2107", form 2107]
          readings:
            - { of: [invoice, invoicing], previous: [others-bill], means: nothing }
            - { of: [invoice, invoicing, dcf-2106], beside: [others-bill], unless-beside: [own-bill], means: nothing }
            - { of: [invoice], after: [from-word] , means: maybe invoices }
            - { of: [invoice, invoicing], before: [help], after: [parent], means: nothing }
            - { of: [invoice, invoicing, dcf-2106], before: [talk], means: maybe invoices }
            - { of: [bill, billed], beside: [others-bill, owed], means: nothing }
            - { of: [bill, billed], before: [paying, parent, child, help], means: nothing }
            - { of: [bill, billed], after: [paying, parent], means: nothing }
            - { of: [bills], in: description, unless-before: [preparing, will, hours-added, hours-counted], means: nothing }
            - { of: [bill], word: [capital], previous: [start], next: [end, name, parent], means: nothing }
            - { of: [bill], next: [name], previous: [start, toward, about, relative-word], means: nothing }
            - { of: [bill], previous: [toward, relative-word, for-word], means: nothing }
            - { of: [bill], before: [preparing, hours-added, hours-counted, own-bill, about-to, will],
                unless-previous: [toward], means: invoices }
            - { of: [bill], previous: [start], next: [preparing, own-bill, hours, for-word], means: invoices }
            - { of: [bill], previous: [start], next: [end], in: activity, means: maybe invoices }
            - { of: [bill], previous: [paperwork-word], means: nothing }
            - { of: [billed], previous: [start], next: [end, own-bill, aap, dcf], in: activity, means: invoices }
            - { of: [billed], next: [own-bill, aap, dcf, for-word], unless-before: [travel-word], means: maybe invoices }
            - { of: [claim], beside: [others-bill, authority, lodged-for, parent, child, police], means: nothing }
            - { of: [claim], before: [preparing, own-bill], means: invoices }
            - { of: [claim], next: [preparing, form-word], means: invoices }
            - { of: [claim], previous: [start], next: [end], in: activity, means: maybe invoices }
            - { of: [hours-added], after: [hours, mileage], unless-after: [child, parent], unless-next: [visit-word],
                means: invoices }
            - { of: [hours-counted], after: [hours, mileage], beside: [own-bill-word], means: maybe invoices }
            - { of: [hours-added, hours-counted], after: [bill, invoice, invoicing, dcf-2106], means: invoices }
            - { of: [reimbursement], before: [preparing], unless-beside: [others-bill, parent, child], means: maybe invoices }
            - { of: [reimbursement], next: [preparing], unless-beside: [others-bill, parent, child], means: maybe invoices }

        # ---------------------------------------------------------------------------------------------------------------------
        # paperwork alone is not organizing it: held beside case work, else not known. organize: of a visit it is case work, of
        # papers it is not. bindery: speaks by itself. with-people: signed, filled in or fetched; that is paid.
        paperwork:
          source: "48-22-2, Service Hour Rate: time for organizing paperwork. Signed, explained, filled in with or
            chased from a family is paid"
          groups:
            paperwork:
              means: aside paperwork
              roles: [record]
              words: [paperwork, paper work, paperworks, paperwrk, paprwork]
            organize:
              forms: verb
              prefixes: [re]
              words: [organize, sort, arrange, assort, sequence, straighten, straighten up, straighten out, tidy, tidy up,
                sort out, sort through, categorize, reorder, neaten, rearrange]
            organization:
              words: [organization, reorganization, organisation, sorting, arrangement, organizer, organizational work]
            ordering:
              words: [ordering, ordered, putting in order]
            bindery:
              means: paperwork
              words: [collating, collate, collated, collation, collates, tabbing, hole punch, hole punching, hole punched,
                three hole punch, three hole punching, 3 hole punch, 3 hole punching, stapling, spiral binding,
                comb binding, binding documents, binding reports, tabbed, page numbering, paginating, pagination,
                bates stamping, stapled, binder assembly, binder prep, binder preparation, putting together binders,
                putting together binder, filling binders, folder stuffing, stuffing folders, stuffing envelopes,
                envelope stuffing, indexing, dividers]
            binding:
              words: [binding, bind, bound, tab, tabs, index, indexed, staple, punch, punched, punching]
            binder:
              roles: [light]
              words: [binder, binders, three ring binder, three ring binders, 3 ring binder, notebook, notebooks, portfolio,
                portfolios, accordion folder, accordion file]
            purge:
              forms: verb
              words: [purge, shred, weed, weed out, thin, thin out]
            clean-up:
              words: [clean up, cleaned up, cleaning up, cleanup, clean out, cleaned out, cleaning out, cleanout,
                clearing out, cleared out, maintenance, tidying, upkeep]
            upkeep:
              words: [maintain, maintained, maintaining, maintenance, upkeep, set up, setting up, setup, management]
            label:
              forms: verb
              words: [label, relabel]
            assemble:
              forms: verb
              words: [assemble]
            put-together:
              words: [put together, putting together]
            in-order:
              words: [in order, in date order, into order, in chronological order, chronological order, date order,
                in sequence, by date, chronologically, in alphabetical order, alphabetical order, alphabetically,
                in proper order, order]
            with-people:
              words: [sign, signs, signed, signing, signatures, signature, explain, explains, explained, explaining, fill,
                filled, filling, fill in, filled in, filling in, fill out, filled out, filling out, chase, chased, chasing,
                chase up, chasing up, gather, gathered, gathering, collect, collected, collecting, obtain, obtained,
                obtaining, pick up, picked up, picking up, pickup, drop off, dropped off, dropping off, deliver, delivered,
                delivering, brought, bring, bringing, go over, went over, going over, review, reviewed, reviewing, notarize,
                notarized, notarizing, request, requested, requesting, receive, received, receiving, discuss, discussed,
                discussing, assist, assisted, assisting, help, helped, helping, execute, executed, get, got, getting,
                missing, outstanding, hand, handed, give, gave, giving, exchange, exchanged, sent, send, sending, mail,
                mailed, mailing, faxed, returned, returning, needed, witness, witnessed, walked through, ask, asked, asking,
                remind, reminded, reminding, complete, completed, completing]
            done-with:
              words: [complete, completed, completing, did, do, doing, finish, finished, finishing, prepare, prepared,
                preparing, worked, work, working]
            paper-of-a-kind:
              words: [adoption, subsidy, icpc, licensing, license, relicensing, school, medical, court, legal, enrollment,
                registration, camp, consent, intake, application, insurance, medicaid, husky, ssi, passport,
                birth certificate, guardianship, finalization, placement, foster, respite, daycare, therapy, referral, iep,
                immigration, probate, fingerprint, background check, subsidized guardianship, tax, release, reunification,
                college, housing, eligibility, disclosure, discharge, evaluation, residential]
            case-papers:
              roles: [record]
              words: [case papers, case paper, case document, case documents]
          readings:
            - { of: [paperwork], beside: [organize, organization, bindery, binder, purge, label, clean-up, in-order,
                binding], means: paperwork }
            - { of: [paperwork], before: [help], beside: [parent, child], means: case work }
            - { of: [paperwork], before: [with-people], to: [parent, child, dcf, lawyer, court, authority], means: case work }
            - { of: [paperwork], after: [with-people], to: [parent, child, dcf, lawyer, court, authority], means: case work }
            - { of: [paperwork], before: [with-people], after: [parent, child], means: case work }
            - { of: [paperwork], beside: [sign, explain], means: case work }
            - { of: [paperwork], to: [parent, child], means: case work }
            - { of: [paperwork], before: [parent, child], after: [with-people], means: case work }
            - { of: [paperwork], before: [with-people], unless-before: [done-with], means: nothing }
            - { of: [paperwork], after: [with-people], unless-after: [done-with], means: nothing }
            - { of: [paperwork], previous: [paper-of-a-kind, child, parent], means: nothing }
            - { of: [organize, organization, label, purge, clean-up], beside: [lifebook], means: nothing }
            - { of: [organize, label], activity: [lifebook], unless-beside: [paperwork, case-papers, file], means: nothing }
            - { of: [organize, organization, label], to: [child, parent], means: nothing }
            - { of: [organize], previous: [child], means: nothing }
            - { of: [organize, organization, purge, clean-up], beside: [paperwork, case-papers, file], means: paperwork }
            - { of: [organize], next: [for-word], means: nothing }
            - { of: [organize], after: [visit-word, ride], unless-after: [papers], means: nothing }
            - { of: [organize], after: [papers, binder, storage, medicals], means: paperwork }
            - { of: [organize], before: [papers, binder, storage, medicals], previous: [papers, binder, storage,
                medicals, link], means: paperwork }
            - { of: [organize], next: [record], unless-next: [own-writing], means: paperwork }
            - { of: [organization], beside: [papers, binder, storage], means: paperwork }
            - { of: [ordering], beside: [record], after: [in-order], means: paperwork }
            - { of: [purge, clean-up], after: [papers, storage, binder], means: paperwork }
            - { of: [purge], previous: [papers, storage], means: paperwork }
            - { of: [label], after: [papers, binder, storage], means: paperwork }
            - { of: [label], previous: [papers, binder, storage], means: paperwork }
            - { of: [bindery], beside: [lifebook], means: nothing }
            - { of: [bindery], activity: [lifebook], unless-beside: [papers, case-papers, file], means: nothing }
            - { of: [binding], beside: [lifebook, agreement], means: nothing }
            - { of: [binding], after: [papers], means: paperwork }
            - { of: [binding], after: [binder], means: paperwork }
            - { of: [binding, binder], in: activity, previous: [start], next: [end], means: maybe paperwork }
            - { of: [binding], previous: [papers], means: paperwork }
            - { of: [binder], beside: [lifebook], means: nothing }
            - { of: [binder], activity: [lifebook], means: nothing }
            - { of: [binder], to: [child, parent], means: nothing }
            - { of: [binder], before: [organize, assemble, put, label], unless-before: [sign, explain],
                unless-after: [child, parent], means: maybe paperwork }
            - { of: [assemble], after: [binder], unless-after: [child, lifebook], means: paperwork }
            - { of: [assemble], next: [paperwork], means: maybe paperwork }
            - { of: [assemble], after: [papers], unless-next: [strange], unless-after: [child, parent],
                means: maybe paperwork }
            - { of: [organize], previous: [start], next: [end], in: activity, means: maybe paperwork }

        # ---------------------------------------------------------------------------------------------------------------------
        # What is raised for the agency. cause-of-the-child: the school's or the team's own, where the child is taken along.
        # for-the-child, good: money and things for the child. raise, appeal, sponsor, grant: only in company.
        fundraising:
          source: "48-22-2, Service Hour Rate: fundraising. Raising money for the agency; money or goods for the child are not"
          groups:
            fundraising:
              means: fundraising
              words: [fundraising, fundraiser, fundraisers, fundraise, fundraised, fundraises, fund raiser, fund raisers,
                fund raising, fund raise, fundrasing, funds raiser, raising of funds, funding drive, fund drive,
                fund drives, fund development, money raiser]
            benefit-event:
              means: fundraising
              words: [gala, galas, raffle, raffles, raffle ticket, raffle tickets, auction, auctions, silent auction,
                silent auctions, sponsorship, sponsorships, bake sale, bake sales, walkathon, walk a thon, walkathons,
                telethon, bowlathon, bowl a thon, bikeathon, golf outing, golf tournament, charity golf outing,
                charity golf tournament, golf classic, charity event, charity auction, charity dinner, charity golf,
                charity walk, benefit dinner, benefit concert, benefit auction, benefit gala, benefit luncheon,
                benefit event, casino night, giving tuesday, pledge drive, pledge drives, pledge cards, pledge card,
                donation drive, donations drive, donor drive, tag sale, car wash fundraiser, wine tasting, tricky tray,
                penny auction, gofundme, crowdfunding, crowdfund, black tie, dinner dance, charity ball, charity drive,
                charity run, charity race, 5k, fun run, matching gift, matching gifts, planned giving, major gifts,
                major gift, year end giving, end of year giving, giving campaign, united way campaign, telefund, phonathon,
                phone a thon, cultivation event]
            appeal:
              means: fundraising
              words: [annual appeal, annual appeals, appeal letter, appeal letters, appeal mailing, appeal mailings,
                year end appeal, yearend appeal, spring appeal, fall appeal, holiday appeal, winter appeal,
                christmas appeal, direct mail appeal, giving appeal, donor appeal, end of year appeal, appeal envelopes,
                annual fund, annual fund drive, fund appeal, appeal campaign, capital campaign, capital campaigns,
                capital drive, annual campaign, annual giving, fall campaign, solicitation letter, solicitation letters,
                solicitation mailing, holiday campaign, building fund, agency appeal, spring campaign, mail appeal]
            donor:
              means: fundraising
              words: [donor, donors, doner, doners, donar, donars, donor cultivation, donor stewardship, donor recognition,
                benefactor, benefactors, philanthropist, philanthropists, philanthropy, funder, funders, contributors,
                prospective donor, prospective donors, major donor, corporate sponsor, corporate sponsors, event sponsor,
                event sponsors, gala sponsor, gala sponsors, sponsor letters, sponsor letter, sponsor packets,
                sponsor calls, sponsor recruitment]
            donation:
              words: [donation, donations, donate, donated, donating, pledges, contribution, contributions,
                charitable gifts]
            solicit:
              words: [solicit, solicited, soliciting, solicitation, solicitations, solicits]
            grant-asked-for:
              words: [grant application, grant applications, grant report, grant reports, grant request, grant requests]
            raise:
              words: [raise, raised, raising, raises]
            money:
              words: [money, fund, funds, funding, cash, monies, dollars]
            sponsor:
              words: [sponsors, sponsor]
            grant-writing:
              words: [grant writing, grantwriting, grant proposal, grant proposals, writing grant, writing grants,
                wrote grant, writing a grant, write grant, wrote a grant, writing grant proposal, grant seeking,
                foundation grant, foundation grants, foundation proposal, ]
            development-office:
              means: maybe fundraising
              words: [development committee, development office, development director, development event, fund committee,
                advancement office, board development]
            thank:
              words: [thank, thanks, thanked, thanking, thank you, acknowledgment, acknowledgement, acknowledgments,
                receipts, letters, letter, ask, asking]
            donor-of-the-body:
              words: [organ donor, organ donors, blood donor, blood donors, sperm donor, egg donor, kidney donor,
                bone marrow donor, donor conceived, marrow donor, donor sibling, donor siblings, liver donor, donor father,
                plasma donor, tissue donor, donor status, milk donor]
            other-sponsors:
              words: [aa sponsor, na sponsor, sponsor family, sponsor families, recovery sponsor, sobriety sponsor,
                sponsoring family, visa sponsor, immigration sponsor, 12 step sponsor]
            cause-of-the-child:
              words: [school, schools, pta, pto, class, classroom, scouts, scout, girl scout, girl scouts, boy scout,
                boy scouts, troop, cub scout, team, teams, sports, band, church, youth group, soccer, football, basketball,
                baseball, softball, little league, cheer, cheerleading, dance, hockey, choir, drama club, school trip,
                field trip, gymnastics, childs school, middle school, high school, elementary school, preschool, youths,
                childs, students, marching band, kindergarten, swim, chorus, robotics, 4h, karate, pop warner, ymca, prom]
            good:
              words: [clothes, clothing, furniture, toy, toys, bed, beds, crib, coat, coats, bike, bicycle, backpack,
                backpacks, food, car seat, carseat, stroller, diapers, school supplies, gifts, presents, mattress, dresser,
                winter coat, shoes, laptop, books, items, supplies, groceries, bunk beds, gift card, gift cards, couch,
                household items, formula, high chair, blankets, uniform, uniforms, instrument, computer for child, quilt,
                suitcases, luggage]
            for-the-child:
              words: [camp, summer camp, camper, campership, therapy, respite, child care, braces, lessons, tuition, trip,
                prom, birthday, college, scholarship, scholarships, her, his, their, bedroom, uniform, activities,
                activity fee, sneakers, funeral, wheelchair, rent, deposit, security deposit, moving, apartment, bail,
                tutoring, music lessons, hospital]
          readings:
            - { of: [fundraising, benefit-event, appeal, donor], beside: [cause-of-the-child, child],
                unless-beside: [agency-own], means: nothing }
            - { of: [fundraising, benefit-event], previous: [parent], means: nothing }
            - { of: [benefit-event], beside: [parent], means: maybe fundraising }
            - { of: [appeal], beside: [court, lawyer, lodged, lodged-for], means: nothing }
            - { of: [donation], beside: [organ-word], means: nothing }
            - { of: [donation], beside: [solicit, raise], unless-beside: [child, good, parent], means: fundraising }
            - { of: [donation], beside: [good, child, parent, for-the-child, cause-of-the-child],
                unless-beside: [agency-own, solicit], means: nothing }
            - { of: [donation], beside: [thank, agency-own], means: fundraising }
            - { of: [donation], next: [end], previous: [start, strange, light, filler], means: maybe fundraising }
            - { of: [donation], beside: [with-people], means: maybe fundraising }
            - { of: [donation], means: maybe fundraising }
            - { of: [solicit], after: [donation, money, sponsor, benefit-event, gift-word, donor, good,
                contribution-word], unless-after: [child, parent], means: fundraising }
            - { of: [solicit], beside: [letter-word], unless-beside: [child, parent], means: fundraising }
            - { of: [solicit], next: [end], means: maybe fundraising }
            - { of: [raise], next: [money], previous: [parent, child], means: nothing }
            - { of: [raise], next: [money], after: [agency-own], means: fundraising }
            - { of: [raise], next: [money], after: [for-the-child, child, parent, good, cause-of-the-child], means: nothing }
            - { of: [raise], next: [money], means: fundraising }
            - { of: [raise], next: [agency-own], after: [money], means: fundraising }
            - { of: [money], next: [raise], unless-after: [child, parent, for-the-child], means: fundraising }
            - { of: [sponsor], after: [benefit-event, fundraising, letter-word], means: fundraising }
            - { of: [sponsor], before: [benefit-event, fundraising, solicit, corporate, letter-word, business],
                means: fundraising }
            - { of: [grant-writing, grant-asked-for], beside: [child, parent, for-the-child, good, cause-of-the-child],
                unless-beside: [agency-own], means: nothing }
            - { of: [grant-asked-for], beside: [agency-own], means: fundraising }
            - { of: [grant-asked-for], means: maybe fundraising }
            - { of: [grant-writing], means: fundraising }

        # ---------------------------------------------------------------------------------------------------------------------
        # Each group is a known kind of case work; its name says which. Beside one of the five it makes the line be held; alone
        # it is paid. What is in no group is paid as other case-specific work, with a warning.
        case-work:
          source: "48-22-2, Service Hour Rate and Types of Services: home visits, conferences, telephone calls,
            travel, writing the home study, other case-specific work"
          groups:
            visits:
              means: case work
              forms: noun
              words: [home visit, vist, vsit, visti, viist, visist, visit, h/v, hv, h.v, hvs, homevisit, visitation,
                office visit, school visit, family visit, sibling visit, supervised visit, site visit, face to face,
                face to face visit, f2f, f/f, ftf, preplacement visit, pre placement visit, walk through, walkthrough,
                home inspection, s/v, o/v, home call, in home session, school event, school function, school play,
                birthday party, school concert, drop in, outing, tour, sv, daycare visit]
            visiting:
              means: case work
              roles: [verb]
              words: [visiting, visited, saw, seeing, met, meets, meet, accompanied, accompanying, accompany, attended,
                attending, attend, attendance, participated, participating, participate, participation, checked in,
                check in, check ins, checking in, checkin, checked on, debriefing, debriefed, debrief, attends, hosted,
                facilitated, facilitating, facilitate, facilitation, co facilitated, joined, stopped by, observed,
                observing, observation, observations, observe, played, playing, supported, comforted]
            meetings:
              means: case work
              roles: [general]
              forms: noun
              words: [meeting, planning meeting, mtg, conference, conf, staffing, consultation, consult, confrence,
                team meeting, mtng, meting with, case conference, school meeting, interdisciplinary meeting, teaming,
                huddle, intake, orientation, teams call, google meet, webex, zoom, zoom call, teams meeting, skype, mdt,
                presentation, case presentation, discussion, roundtable, round table, confr, cnf, cf]
            case-meetings:
              means: case work
              words: [fgdm, fgc, ppt, ppts, ppt meeting, iep, iep meeting, acr, acrs, cr, crm, tdm, 504 meeting,
                planning and placement team, child and family team, cft, cftm, administrative case review,
                considered removal, family group conference, family team meeting, ftm, permanency team, permanency teaming,
                prt, pptmtg, treatment team, tx team, disclosure, disclosure meeting, full disclosure, mediation,
                discharge meeting, matching meeting, matching, match, matched, permanency team meeting, ptm, pat,
                case discussion, child study team, tpc, icpc call]
            calls:
              means: case work
              roles: [general]
              words: [telephone call, telephone calls, telephone, telephoned, telephoning, phone, phones, phoned, phoning,
                phone call, phone calls, phone contact, phone contacts, call, calls, called, calling, t/c, t/cs, tc, tcs,
                tcf, tct, p/c, p/cs, pc, pcs, t/call, t.c, tel, tel call, tele call, telecall, telephonic, teleconference,
                conference call, conference calls, video call, video calls, video chat, videoconference, video conference,
                video conferencing, virtual visit, virtual, facetime, voicemail, voicemails, voice mail, vm, v/m, lm,
                left message, left msg, text, texts, texted, texting, text message, text messages, correspondence,
                corresponded, corresponding, correspond, contact, contacts, contacted, contacting, collateral, collaterals,
                collateral contact, spoke, speaking, speak, talked, talking, talk, conversation, conversations,
                communication, communications, communicated, communicating, returned call, phonecall, phonecalls,
                telephone conf, telephone conference, ph call, ph, tcs to, update call, msgs, message to, outreach]
            emails:
              means: case work
              roles: [general, preparing]
              words: [email, emails, emailed, emailing, e/m]
            travel:
              means: case work
              words: [travel, travels, traveled, traveling, travel time, travelled, trvl, drive, drives, drove, driving,
                drive time, driven, mileage, commute, transport, transports, transported, transporting, transportation,
                transportion, trans, trip, trips, round trip, roundtrip, travelling, traveld, pick up child,
                picked up child, dropped off child, escort, escorted, escorting, pu child, took child, bring child,
                brought child, ride, rides, t/t, tvl]
            home-study:
              means: case work
              roles: [record]
              forms: noun
              words: [home study, homestudy, hs, h/s, home studies, homestudies, family study, social study, adoption study,
                relative study, home evaluation, home assessment, home study update, home study addendum, home study report,
                homestudy update, kinship study, safe home study, home study narrative, updated home study, icpc home study]
            writing:
              means: case work
              roles: [verb, preparing]
              words: [writing, write, writes, wrote, written, writing up, write up, wrote up, writeup, writeups, write ups,
                written up, drafting, draft, drafted, drafts, composing, composed, compose, authoring, authored,
                documenting visit, developing, developed, develop, updating home study, rewriting, rewrote, rewrite,
                summarizing, summarized]
            reports:
              means: case work
              roles: [record]
              forms: noun
              words: [progress report, quarterly report, monthly report, discharge summary, service plan, treatment plan,
                safety plan, permanency plan, case plan, court report, progress rpt, status report, closing summary,
                transfer summary, court study, court summary, studies for court, reunification plan, visitation plan,
                transition plan, social history, child profile, childs profile, psychosocial, quarterly summary, tx plan,
                case summary, discharge report, discharge plan, qtrly report, monthly progress report,
                quarterly progress report, progress summary, termination summary, behavior plan, crisis plan,
                summary of progress, study for court, child assessment, visitation report, visit report, icpc packet,
                birth history, progess report, quarterly rpt, quarterlies, quarterly]
            assessment:
              means: case work
              roles: [record]
              forms: noun
              words: [assessment, references, evaluation, eval, screening, interview, questionnaire, genogram, ecomap,
                eco map, timeline, time line, life map, needs assessment, family tree, life line, trauma timeline, screen,
                ecogram, sociogram, trauma assessment, cans, strengths assessment]
            assessing:
              means: case work
              roles: [verb]
              words: [assessing, assess, assessed, evaluating, evaluated, evaluate, interviewing, interviewed, screened,
                inspecting, inspected, inspection, inspections, reference check, reference checks, background check,
                background checks, fingerprinting, fingerprints, safety check, wellness check, home safety check,
                autobiography, home safety, clearances, criminal check, home check, reference interview,
                reference interviews, reference calls]
            counseling:
              means: case work
              words: [supv, counseling, counsel, counseled, counselled, therapy, therapeutic, family therapy,
                individual therapy, play therapy, session, sessions, sess, tx, psychotherapy, group, groups, support group,
                group work, psychoeducation, psycho education, crisis intervention, crisis, intervention, interventions,
                de escalation, deescalation, coaching, mentoring, parenting, parent education, parent aide, life skills,
                grief work, trauma work, play, family work, attachment work, role play, therapist session, dyadic therapy,
                theraplay, emdr, individual session, safety planning, permanency preparation, permanency prep,
                permanency work, preparation for adoption, adoption preparation, 357, 357 model, 3 5 7, 3 5 7 work, grief,
                bonding, adjustment, guidance, support session, skill building]
            court-work:
              means: case work
              words: [court, court hearing, hearing, hearings, ct hearing, crt, ct, juvenile court, juv ct, juvenile ct,
                probate court, probate, trial, testimony, testified, testifying, testify, court appearance,
                permanency hearing, court date, oral argument, case status conference, csc, finalization, finalizations,
                adoption finalization, adoption hearing, tpr trial, tpr hearing, deposition, arraignment, pretrial,
                pre trial, superior court, court time, court attendance, sjc, sjcmatters, adoption day, ct appearance,
                court house, courthouse, court prep]
            search-work:
              means: case work
              words: [case mining, mining, people search, people searches, people search engine, family search,
                family finding, family search and engagement, search, searches, searched, searching, internet search,
                diligent search, kin search, relative search, locating relatives, located relatives, locate relatives, fse,
                engagement, family engagement, engaging, accurint, social media search, kin finding, seneca search, ffe,
                mined]
            review:
              means: case work
              roles: [verb]
              words: [review, reviews, reviewed, reviewing, read, reading, reads, rereading, reread, research, researched,
                researching, looked through, looking through, went through, going through, case review, record review,
                records review, chart review, case record review, perused, studied, preparing for court, prepared for court,
                looked over, examined]
            placement-work:
              means: case work
              words: [placement, placements, placement planning, placement search, transition planning, transition,
                transitioning, transitions, pre placement, preplacement, pre placement planning, preplacement planning,
                re placement, removal, replacement placement, respite, respite planning, move, moved child, child moved,
                recruitment, recruiting, recruit, recruited, recruitment event, adoption exchange, adoption party,
                heart gallery, photolisting, photo listing, photo shoot, wednesdays child, child specific recruitment,
                open house, adoption fair, match party, matching event, meet and greet, post placement, postplacement,
                reunification, reunification work, reunification services, post placement supervision,
                post finalization support, visit coaching, family time, parenting time, service planning, case planning,
                permanency planning, discharge planning, treatment planning, trial visit, overnight visit, adoption support,
                supervision, supervising, supervised, supervise, monitored, monitoring, monitor, oversight of visit]
            training:
              means: case work
              words: [training, trainings, parent training, pride, pride training, trained, map training, tips map,
                foster parent training, adoption training, workshop, workshops, seminar, education, educated, educating,
                psychoed, teaching, teach, taught, pre service training, tbri]
            lifebook:
              means: case work
              roles: [record]
              words: [life book, lifebook, life books, lifebooks, life story, life story book, lifebook work,
                life book work, lifebook pages, life book pages, memory book, memory box, life box, scrapbook, scrap book,
                scrapbooking, lb work, life journey book, life album, story book, photo album]
            referrals:
              means: case work
              roles: [record]
              forms: noun
              words: [referral, service referral, referral form, referral packet]
            services-found:
              means: case work
              words: [refer, referred, referring, linkage, linkages, connecting family, connected family, connect family,
                connecting child, coordination, coordinating, coordinate, coordinated, coordination of services,
                service coordination, collaboration, collaborated, collaborating, advocacy, advocating, advocated, advocate,
                appointment, appointments, appt, appts, apt with, doctors appt, med appt, medication management,
                doctor visit, physical exam, well child visit, case consultation, enrolling child, enrolled child,
                school enrollment, school registration, community resources, community services, locating services,
                located services, resource search, dr appt, er visit, dr visit, checkup, check up]
            case-papers-signed:
              means: case work
              words: [chase signatures, obtained signatures, obtaining signatures, signing of agreement, signed releases,
                obtained releases, release signing, adoption agreement signing, signing consents, signed consents,
                consent signing]
            talk:
              roles: [verb]
              means: case work
              words: [discuss, discussed, discussing, explain, explained, explaining, question, questions, asked, asking,
                told, talk about, talked about, went over, going over, concerns, concern, complaint, complained,
                explanation, informed, informing, conversation about, clarify, clarified, interpreted, translated,
                interpreting, translating]

        # ---------------------------------------------------------------------------------------------------------------------
        # Who does it, and where it goes: "SW filed" is no work of the agency's, "filed with the court" is lodging.
        people-and-places:
          source: "48-22-2, Types of Services to be Purchased: whom the work is done with, and where papers go"
          groups:
            child:
              words: [child, childs, children, childrens, kid, kids, youth, youths, teen, teens, teenager, boy, boys, girl,
                girls, sib, sibs, sibling, siblings, ch, baby, infant, toddler, student, client, clients, brother, sister,
                brothers, sisters, adolescent, foster child, foster children, son, daughter]
            parent:
              words: [parent, parents, mother, father, mom, mum, dad, family, families, birth mother, birth father,
                birth parents, birth family, bm, bf, bp, bps, b/m, b/f, fm, ff, fp, fps, f/m, f/p, f/ps, foster mother,
                foster father, foster parent, foster parents, foster family, foster families, pap, paps, adoptive parent,
                adoptive parents, adoptive family, adoptive mother, adoptive father, am, af, pm, pf, mgm, mgf, pgm, pgf,
                aunt, uncle, grandmother, grandfather, grandparent, grandparents, gm, gf, relative, relatives, kin,
                guardian, guardians, cousin, caregiver, caregivers, caretaker, caretakers, pre adoptive parents,
                preadoptive parents, pre adoptive family, preadoptive family, mat aunt, maternal aunt, paternal aunt,
                couple, applicants, applicant, resource family, resource parent, resource parents, grandma, grandpa]
            dcf:
              words: [dcf, sw, sws, social worker, social workers, dcf worker, dcf sw, area office, ao, regional office,
                program manager, dcf supervisor, swss, dcf office, dept, department]
            aap:
              words: [aap, adoption assistance program, subsidy unit]
            lawyer:
              words: [attorney, attorneys, atty, attys, lawyer, lawyers, gal, gals, aag, ag, counselor at law,
                public defender, asst ag, guardian ad litem, casa, paralegal, legal aid]
            court:
              words: [court, juvenile court, juv ct, ct, probate, probate court, superior court, judge, courthouse,
                court house, clerk, magistrate, crt, juvenile ct, tribal court, court clerk, clerks office, court officer]
            court-clerk:
              words: [clerk, court clerk, clerk of court, clerk of the court, clerks office, court clerks office]
            police:
              words: [police, pd, state police, police department, troopers, careline, hotline, trooper]
            authority:
              words: [dss, ssa, irs, social security office, social security administration, uscis, immigration, town hall,
                city hall, school district, board of education, boe, dmv, housing authority, landlord, icpc office, icpc,
                insurance company, insurance, medicaid office, state, vital records, ombudsman, agency, licensing unit, oci,
                dds, dmhas, hospital, embassy, consulate, registry]
            someone-of-ours:
              roles: [light]
              words: [secretary, secretaries, clerk typist, clerical staff, office staff, admin assistant,
                administrative assistant, staff, i, worker, case worker, caseworker, cw, office manager, receptionist,
                intern, support staff, office assistant, volunteer, agency worker, agency staff, we]
            agency-own:
              words: [agency, agencys, agencies, our, program, office, building, board, annual, holiday party, nonprofit,
                organization, charity, center, ppsp, capital, corporate, company, foundation]
            relative-word:
              words: [uncle, mr, brother, cousin, grandpa, dr, father, dad, stepfather, judge, attorney, atty, pastor,
                coach]
            outsider:
              words: [doctor, therapist, therapists, teacher, teachers, nurse, clinician, psychologist, psychiatrist,
                pediatrician, principal, guidance counselor, landlord, neighbor, pastor, court reporter, court monitor,
                stenographer, interpreter, evaluator, school, hospital, mentor, tutor, coach, probation officer]
            by-word:
              words: [by]
            observe-child:
              words: [watched, watching]
            help:
              words: [help, helped, helping, helps, assist, assisted, assisting, encourage, encouraged, encouraging,
                support family, let, had child]
            teach:
              words: [teach, taught, teaching, learn, learned, learning, learns, practiced, practicing, tutoring, tutored,
                trained, training, instruct]

        # ---------------------------------------------------------------------------------------------------------------------
        # papers, texts, medicals: what is typed, filed and sorted; none of them is case work. The small groups below serve
        # single readings.
        papers:
          source: "48-22-2, Progress Reports; Home Studies and Evaluations: the papers of a case, which are no work
            by themselves"
          groups:
            papers:
              roles: [record]
              forms: noun
              words: [paper, document, record, folder, form, packet, case paper, case document, case record, file folder,
                mail, notebook, doc, papers and documents, receipt, certificate, printout, print out, page of record,
                hard copy, material, material for file, copy of document, chart, medical record, school record, case folder,
                caseload, case, invoice copy, handout, correspondence file, copy, desk paper, closed case, old record,
                closed record, consent form]
            texts:
              roles: [record]
              forms: noun
              words: [note, case note, progress note, contact note, visit note, home visit note, h/v note, process note,
                narrative, case narrative, report, rpt, letter, minute, meeting minute, minutes of meeting, memo,
                memorandum, agenda, summary, log, contact log, contact sheet, sheet, contact record, visit log, log note,
                activity note, chart note, dictated note, handwritten note, statement, transcript, agreement, contract,
                list, schedule, questionnaire, autobiography, reference, reference letter, plan, study, addendum, addenda,
                amendment, profile, envelope, label for folder, form letter, cover letter, draft of report, update, history,
                tape, recording, interview note, affidavit, order, court order, court paper, court document, release,
                consent, correspondence, flyer, fax, running record, running narrative, narrative entry, section, document,
                documentation, supervision note, session note, clinical note, therapy note, application, certificate,
                survey, evaluation report, resume, home study draft, dictated report, newsletter, mailing, mailing list,
                invitation, legal paper, thank you note, thank you letter, manual, brochure, testimony, paper for court,
                service agreement, incident report, response]
            medicals:
              roles: [record]
              words: [medicals, school papers, report card, report cards, immunization records, shot records,
                pictures of home, evaluations]
            handwritten:
              roles: [light]
              words: [handwritten, hand written, dictated, rough, notes into computer, longhand, scribbled, shorthand]
            own-writing:
              words: [plan, schedule, agenda, list]
            letter-word:
              words: [letter, letters, mailing, mailings, packets, call, calls, calling]
            form-word:
              words: [form, forms, sheet]
            agreement:
              words: [agreement, agreements, contract, legally, consent, decision]
            conversation:
              words: [conversation, therapy, home, agreement, program, school, placement, care, foster care]
            sign:
              words: [sign, signed, signing, signs, signature, signatures, notarized, notarize, witnessed, notarizing]
            explain:
              words: [explain, explained, explaining, went over, go over, going over, chased, chasing, chase, fill in,
                filled in, filling in, fill out, filled out, filling out, walked through]
            handed:
              words: [delivered, delivering, sent, mailed, handed, gave, brought, picked up, received, dropped off, faxed,
                shared, sharing, provided, forwarded, obtained, edited, editing]
            search:
              words: [mining, search, searched, searching, read, reading, looked, pull, request, requested, requesting,
                access, accessed, obtained, discussed, discussion, transfer, transferred, pulled, consult, audit, summary,
                study]
            pull:
              words: [pull, scan]
            copied-verb:
              words: [copy, copied]
            paperwork-word:
              words: [paperwork]
            visit-word:
              words: [visit, visits, visitation, meeting, mtg, schedule, schedules, respite, appointment, appointments,
                services, session, sessions, calls, supports, activities, event, party, trip, outing, move, placement,
                training, group, conference, resources, care, support, interview, interviews, hearing, transition,
                reunification, toys, room, bedroom, closet, clothes, clothing, belongings, laundry, photos, pictures,
                thoughts, feelings, emotions, medication, meds]
            ride:
              words: [ride, rides, transportation, transport, travel, pickup]
            mileage:
              words: [mileage]
            travel-word:
              words: [travel, mileage, time]
            contribution-word:
              words: [contributions, contribution, pledges, support, ads, prizes, baskets]
            gift-word:
              words: [gift, gifts, gift baskets, gift cards, prizes]
            business:
              words: [business, businesses, local, corporate, companies, vendors, gala]
            corporate:
              words: [corporate, potential, prospective]
            organ-word:
              words: [organ, blood, plasma, egg, sperm]
            medical:
              words: [ct, mri, cat, bone, brain, medical, pet, body, ultrasound]

        # ---------------------------------------------------------------------------------------------------------------------
        # How a sentence hangs together; see the roles at the head of this file. ordinary and look-alikes say nothing: they
        # stand here so that they are never taken for a misspelling.
        grammar:
          source: "how notes are written: words that join, exclude and fill in"
          groups:
            filler:
              roles: [filler]
              words: [the, a, an, his, her, their, my, our, its, all, some, any, this, that, these, those, each, both, more,
                several, two, three, four, new, old, current, own, various, other, additional, extra, case, childs,
                multiple, updated, final, revised, signed copy, initial, first, second, is, was, were, be, been, being, are,
                got, which, who, it, them, he, she, they, then, also, just, only, only the, adoption, foster, family's,
                weekly, monthly, daily, quarterly, annual, recent, past, prior, previous]
            about:
              roles: [about, filler]
              words: [of, up, about, re, regarding, from, concerning, out of, needed for, related to, relating to, due to,
                off]
            for-word:
              roles: [about]
              words: [for, on, to, by, onto, as]
            from-word:
              roles: [about]
              words: [from]
            about-to:
              words: [to, will, then]
            toward:
              roles: [toward]
              words: [with, w/, to, at, before, in, w, via, through, into, wi, using, by, along with, together with,
                between]
            breaker:
              roles: [breaker]
              words: [after, afterward, afterwards, before, during, while, when, following, followed by, prior to, at, with,
                w/, in between, since, until, because, so that, along with, together with, in addition to, as well,
                as well as, besides, including, incl, includes, during visit, in car, waiting, waited]
            link:
              roles: [link]
              words: [and, or, n, plus, nor, "&", then, and/or, also, but]
            negation:
              roles: [negation]
              words: [no, not, without, w/o, w/out, wout, except, minus, never, didnt, did not, dont, do not, does not,
                doesnt, isnt, instead of, rather than, other than, apart from, less, nor, none of, wasnt, werent, cannot,
                cant, wont, no time for, not for, non, aside from, zero, neither, wo]
            exclusion-of-a-list:
              roles: [negation, breaker]
              words: [excluding, excludes, exclude, excl, excepting, exclusive of, does not include, do not include,
                not including, does not incl, doesnt include, did not include, time does not include, not incl of,
                not inclusive of]
            exclusion:
              roles: [exclusion, negation]
              words: [not included, not incl, excluded, not billed, not billable, nonbillable, non billable, unbillable,
                unbilled, not charged, not claimed, not counted, no charge, not part of, not chargeable, not invoiced,
                not being billed, not in this, not in these, not covered, nonbilled, free of charge, not in hours,
                not in total, not in time, is not included, are not included, was not included, not included in, non billed,
                not reimbursable, isnt included, left out, omitted, deducted, subtracted, taken off, at own expense,
                on own time, on my own time, donated time, off the clock, uncharged, not in bill, not in hrs]
            nothing-came-of-it:
              words: [no show, no shows, no answer, no one home, not home, nobody home, no response, no contact, no changes,
                no problems, no concerns, not only, no longer, not available, unable to, no visit, no school, not feeling,
                no word]
            will:
              words: [will, to, must, need to, needs to, had to, have to, going to, began to, started to, continued to,
                time to]
            preparing:
              roles: [preparing, light]
              words: [prepare, prepares, prepared, preparing, preparation, prep, prepping, prepped, preperation, prepration,
                complete, completes, completed, completing, completion, submit, submits, submitted, submitting, submission,
                send, sends, sent, sending, correct, corrected, correcting, correction, corrections, revise, revised,
                revising, revision, revisions, do, did, doing, done, finish, finished, finishing, process, processed,
                processing, generate, generated, generating, create, created, creating, make, made, making, produce,
                produced, producing, fill out, filled out, filling out, fill in, filled in, filling in, mail, mailed,
                mailing, fax, faxed, faxing, resubmit, resubmitted, resubmitting, resubmission, resend, resent, update,
                updates, updated, updating, total, totaled, totaling, totals, compile, compiled, compiling, work on,
                worked on, working on, work, drop off, dropped off, dropping off, deliver, delivered, delivering, issue,
                issued, issuing, print, printed, printing, run, ran, assembled, put together, putting together, set up,
                setting up, finalize, finalized, finalizing, proofread, proofreading, proofed, amend, amended, amending,
                adjust, adjusted, adjusting, reconcile, reconciled, reconciling, upload, uploaded, uploading, check,
                checked, checking, verify, verified, verifying, enter, entered, entering, edit, edited, editing, attach,
                attached, attaching, redo, redid, redone, redoing, hours for, forwarded, forward, format, formatted,
                formatting, turned in, hand in, handed in, mailed out, closed out, closing out, begin, began, start,
                started, finalization of, compute, computed, fix, fixed, fixing]
            light:
              roles: [light]
              words: [selling, sold, charity, cultivation, recognition, ad, book, rejected, denied, unpaid, returned,
                signed, include, included, involve, involved, cover, covered, count, charge, charged, contain, mrs, ms, jr,
                sr, approx, juv, att, st, vs, info, misc, miscellaneous, general, office, admin, administrative,
                administration, clerical, secretarial, time, hour, hr, minutes, min, mins, am, today, yesterday, afternoon,
                evening, morning, week, month, etc, etcetera, work, works, working, duties, duty, task, tasks, stuff,
                help with, in office, at office, at the office, desk, desk work, backlog, catch up, catchup, catching up,
                overdue, routine, back, closed, active, inactive, spent, total, rest, remaining, remainder, part, half,
                quarter, session notes, day, days, year, years, fiscal, annual, end, yearly, volume, volumes, vol, number,
                no., part of, list of, set, sets, planning, plan, planned, plans, planner, committee, event, events, ticket,
                tickets, sale, sales, luncheon, lunch, dinner, breakfast, spring, summer, fall, winter, holiday, party,
                board, letters, calls list, cards, invitations, invites, mailing, mailings, newsletter, volunteers, prizes,
                baskets, setup, decorations, program, campaign, drive, tables, seating, committee work, potential,
                prospective, local, business, businesses, community, major, thank, thank you, thanks, follow up, followup,
                f/u, fu, large, small, loose, completed, pending, sixty, thirty, ninety, fifteen, twenty, one, once, again,
                still, daily, project, area, process, materials, supplies, corporate, large batch, batch, activity,
                activities, service, services, client, ppsp, support, specific, necessary, post finalization,
                postfinalization, per, request, form, forms, item, items, line, lines, line items, date, dated, order,
                copies, copy, photocopying, copying, faxing, printing, mail, proofreading, formatting, editing, reports,
                into, onto, out, over, down, on, off, by, it, them, there, home, hq, downtown, late, early, friday, monday,
                tuesday, wednesday, thursday, saturday, sunday]
            ordinary:
              words: [bailing, balled, dropper, slipper, tucker, shelled, filling, fillings, falling, failing, feeling,
                fling, filming, firing, finding, fining, fishing, flying, boiling, building, bidding, killing, pulling,
                selling, telling, rolling, willing, calling, balling, bullying, profile, profiles, profiling, stereotype,
                stereotypes, stereotypical, prototype, typical, typically, taping, tying, tipping, hyping, topping, toying,
                trying, bonding, bending, blinding, winding, minding, landing, standing, honors, honor, doors, door, action,
                actions, caution, suction, auctioned, appear, appears, appeared, waffle, baffle, ruffle, clarity, chastity,
                parity, reading, wearing, bearing, nearing, healing, heating, hearings, sharing, waiting, whiting, biting,
                grants, grant, granted, granting, giants, plants, invoke, invoked, involve, involved, involves, voice,
                voices, voicing, advice, novice, service, device, defile, defiled, rifle, raffish, sponge, respond,
                responds, responded, response, company, champion, champagne, complain, organic, organ, organism, organs,
                snoring, scoring, sporting, shorting, storing, starting, stirring, scolding, colliding, collecting,
                relating, dating, rating, tapping, stabbing, grabbing, taxing, surging, merging, urging, canning, planning,
                scanner, spanning, archer, achieve, achieved, achieves, achieving, papering, pamper, pampers, diapers,
                diaper, taper, finders, reminders, reminder, blinders, founders, founder, sounder, founding, sounding,
                funding, fundamental, fundamentals, foundation, raisin, raisins, rising, rinsing, praising, racing, railing,
                gale, galaxy, legal, regal, pager, labeled as, liable, libel, lapel, cabinetry, marches, searches, transfer,
                transcend, subscribe, subscribed, prescribe, prescribed, describe, described, describing, prescribing,
                inscribed, dedication, medication, indication, education, eviction, addiction, addictions, diction, donkey,
                dinner, dining, donned, tutor, motor, drama, trauma, melting, mating, metering, seating, setting, sitting,
                getting, letting, petting, visor, adoring, storying, tracing, traced, bracing, placing, raising hand,
                raising concerns, raising child, raising children, raised by, raised in, raised child, raised voice, foiled,
                failed, fouled, fixed, tiled, piled, riled, wiled, cited, boarding, bidders, billiards, willed, filled,
                chilled, killed, called in, pilled, tilled, batting, sorted out, sort of, sorts, out of sorts, in order to,
                court ordered, ordered, order of, judge ordered, tabs on, keep tabs, put in place, put on, put up, put off,
                put to bed, place of, took place, taking place, take place, in place, added to, typify, atypical,
                purging and bingeing, bingeing and purging, binge and purge, bingeing, binging, claims that, claimed,
                reclaim, disclaim, exclaim, claim that, grouped, record of, for the record, court record, type]
            look-alikes:
              # One letter off a word of this file, yet words of their own: never taken for a misspelling. Add any that was.
              words: [adaptive, addling, agility, aiding, ailed, allied, allies, allying, anneal, annul, appal, appals,
                apple, applies, arching, arising, arrangers, arrow, ashing, asocial, assemblers, assemblies, assert,
                asserted, asserting, asserts, assets, attacked, attacking, audition, aught, axing, babels, baffles, balking,
                barrow, basking, bassist, basting, bather, baying, beaching, beading, beaming, bearings, beaten, belated,
                belled, belling, bender, bequest, bequests, better, betters, betting, bidder, bights, biking, bilked,
                bilking, billet, binning, birding, blankest, blinder, bling, boding, bolder, booing, bordered, bordering,
                borders, boring, bothers, bought, bowing, bracts, braised, braises, braising, brakes, braves, breading,
                bridging, broke, broker, brothels, bucked, bulled, bulling, bummed, bummer, bumming, bunched, bunching,
                burned, bushiness, busyness, butting, cabbed, cabbing, caging, caking, calked, calking, calmed, calming,
                calved, calving, camber, campier, caned, canes, caning, canned, canoes, caper, capers, capitol, carts,
                caskets, cassino, casting, castor, categories, caught, causes, caving, cawing, ceased, ceasing, censer,
                centered, centering, cervices, cession, cessions, chafed, chafing, chance, chances, changeable, chants,
                chargers, charily, charmed, charms, charred, chars, cheated, cheating, cheeked, cheeking, cheeks, chicks,
                chiles, chilis, chills, chinned, chinning, chocked, chocking, chocks, chords, chores, chucked, chucking,
                chucks, cinder, cinders, clammed, clams, clashes, clauses, cleansed, cleansing, cleaved, cleaving, cling,
                clipped, cloches, cloned, cloning, closest, cloths, clotting, cloyed, cloying, coaling, coarse, cohered,
                coined, colder, collages, collar, collared, collaring, collars, commune, commuting, compete, competed,
                competes, complected, complexes, complexion, compliant, complied, comported, composted, composting, conceit,
                conceited, conceits, concept, concepts, concertos, confers, conses, content, contents, contrast, contrasts,
                convent, convents, convert, converts, cooked, cooking, coped, copes, copiers, coping, copped, copping,
                copses, corked, corking, corning, cosies, costed, counsellor, counsellors, coupe, courted, courting,
                coveted, cowered, cozies, crafted, crafting, crafts, crate, crated, crating, creaked, creaking, creamed,
                creaming, crease, creased, creasing, cremate, cremated, cremating, crested, cresting, cringing, crises,
                cropped, cropping, cuddle, cuddles, culled, culling, cunning, curing, currant, curse, curses, cutting,
                dabbed, dabbing, daises, dallied, dallies, dallying, damper, dapples, daring, dding, dearly, deceive,
                deceived, deceiving, decent, deduced, deduction, deeded, deeding, deference, deferred, deferring, defied,
                defiles, defiling, dejected, demotions, denial, dented, deport, deportment, deports, derision, derives,
                deriving, despite, devaluation, devaluations, devise, devised, devising, diddle, diner, diners, dinker,
                dippers, direst, discuses, dissing, distract, dives, divides, diviners, diving, doers, donates, dousing,
                downers, drained, draining, dreading, dressier, dries, drifted, drifting, drifts, dripped, dripping,
                drivels, drivers, drooped, drooping, drought, ducked, duding, dulled, dumber, dunner, dunning, duping,
                earned, earner, earning, earns, eaten, eaters, eights, either, ejected, elated, elating, emended, emending,
                emitted, emoticons, enable, enraging, enrolment, entourage, esters, evacuate, evacuated, evacuating,
                evacuation, evacuations, evens, evocation, excerpt, excerpting, exited, exiting, expanse, eying, fables,
                fading, failings, faking, fallow, fallowed, faring, farrow, faster, fasting, fating, fatter, fazing,
                fearing, feather, feeding, feedings, felled, felling, fellow, fender, fenders, fending, fester, feting,
                fetter, fetters, fiddle, fights, figurine, filmed, finalist, finder, finking, fitness, flayed, flaying,
                fliers, flings, flipped, fodder, fodders, foiling, footfall, forked, forking, foxing, foyers, frights,
                fringing, fryers, fuddle, fuddles, fueling, fuelling, funereal, funking, funner, futility, gabbed, gabbing,
                gables, gadding, garner, gaskets, gearing, geeing, gelling, gentries, germination, ghosted, gibing, gleaned,
                gleaning, glosses, goggle, goners, graces, grafted, grafting, grafts, grands, grasses, gravel, graveled,
                graveling, gravelled, gravelling, gravels, grepped, grepping, grouts, grunts, gulled, gummed, gumming,
                gunning, gutted, gutting, hailed, hailing, haling, hamper, handled, hanged, hangout, hangouts, hanks, hared,
                haring, harrow, harts, hasted, hasting, hating, haying, headings, headline, heaped, heath, heeded, heeding,
                heeling, hefting, hickey, hinder, hinders, hiving, hoisted, hokey, holder, holders, hollow, hollowed, honed,
                hones, honing, hooked, hookey, hooking, hooted, horsing, hosed, hosing, hotkey, hovered, hulled, hummed,
                humming, hunched, hunching, hurdle, hurdles, incites, indeed, inert, inner, insect, inset, insetted,
                insetting, invert, inverted, inverting, invokes, irises, jabbed, jabbing, jacket, jackets, jailed, jailing,
                jelling, jetting, jingle, jiving, jockey, jointed, junction, junctions, jutted, jutting, keeling, kicked,
                kicking, killings, kills, kinder, kingship, kissing, laced, laces, lacing, landed, lapels, lasses, lasting,
                lather, lathered, lathering, latter, laughter, layer, layers, leaching, leaned, leaning, leans, ledge,
                ledges, lesion, lesions, lessens, lessors, libeled, libeling, libelled, libelling, libels, licence,
                licencing, licked, licking, lifting, lights, lilting, linage, lineage, lineages, linger, linting, lisping,
                litter, litters, living, locked, locking, lodger, loner, loners, loomed, looming, looped, looping, looted,
                looting, losing, lotion, lotions, loving, lucked, lulled, lumber, lumbering, lunched, lunching, luring,
                lusting, macing, maimed, maiming, maizes, manger, manses, marking, masking, massage, massages, massed,
                massing, maternity, mauled, mauling, maxing, meddle, meekly, mended, mental, messing, mewing, millage,
                milled, miming, mincing, mingle, minting, minuet, minuets, miring, misfired, misfiring, mister, misters,
                misting, misusing, mixing, moaning, molder, molders, monger, monied, mooing, mooning, moping, morrow,
                mortal, moths, mounted, mounting, mourning, mousing, mouths, movies, mowing, mucked, muddle, muddles,
                mulled, munched, munching, mussing, muting, nabbed, nabbing, narrow, naught, nearly, neater, needing,
                needled, nether, netter, netters, netting, nicety, nicked, nicking, nixing, notaries, notion, notions,
                nutted, nutting, older, ombudsmen, opting, organisms, organist, organists, ousting, paced, paces, pacing,
                packers, packing, padding, pagers, painted, painting, palaces, palled, palling, panned, panning, panties,
                parching, paring, parries, parsed, parson, parsons, partied, pasties, patent, patenting, patents, patties,
                patting, paupers, paused, paving, pawing, payers, peaces, peaking, pearly, pecked, pecking, peeing, peeking,
                peeling, peelings, penning, pepped, pepping, phased, phasing, phoneys, phonied, phonies, phonying,
                photocopiers, photons, picketed, picketing, pickets, pickled, pickling, piddle, piked, piking, pilings,
                pinched, pinching, pining, pinked, pinking, pipers, pitted, pitting, placer, placers, placid, placket,
                plackets, plainer, planes, planked, planking, planted, planter, planting, plates, pleasing, pleasings,
                pleating, poaching, pocked, pocket, pocketed, pocketing, pockets, pocking, pointed, pointing, poises,
                polite, polled, pones, ponies, ported, porting, ports, postal, potion, potions, potted, potting, pouting,
                praised, praises, prayed, prearrange, prearranged, prearranges, prearranging, precious, precognition,
                preference, preferences, preferred, preferring, prepaying, presets, presidential, presume, presumes,
                prevents, preview, previewed, previewing, previews, prices, pricked, pricking, pries, primes, prisms,
                professed, professing, professor, projection, propped, propping, prorate, proscription, proscriptions,
                prosper, protect, prying, psyched, pubic, puddle, puddles, puking, pulped, pulsed, punches, punning, punted,
                punting, pureed, purees, purled, purling, purred, purring, pursed, purses, pursing, purvey, purveys,
                puttied, puttying, racket, racketed, racketing, rackets, rafted, rafting, rafts, raided, raider, raiders,
                raiding, railed, railings, rained, raining, rallied, rallies, rallying, rants, rasher, ravel, raveled,
                raveling, ravelled, ravelling, ravels, rawer, razed, razes, razing, razzed, razzes, razzing, reaching,
                readying, reaming, rearing, reassert, reasserted, reasserting, reasserts, rebated, rebating, rebelled,
                rebelling, rebind, rebinding, recant, recorder, recorders, reeking, reeling, refereed, refill, refills,
                refine, refined, refines, refining, regaining, regally, relaxed, relaxing, relayed, relaying, relocation,
                remand, remanded, remanding, rending, rental, renters, reparation, replayed, replaying, reset, respire,
                retaining, retarding, retorted, retorting, retraining, retread, retreading, retrial, retrying, returnee,
                revaluation, revaluations, reverence, reverences, reviles, revive, revived, reviving, reward, rewarding,
                rewind, rewinding, rewording, rework, ricked, rickets, ricking, riddle, riffle, riffles, riser, risers,
                rises, rites, riven, roaching, roofed, rooked, rooking, roster, rousing, roving, ruffles, ruining, rummer,
                runway, rutted, rutting, sables, safely, sailed, sailing, sailings, sallied, sallies, sallying, sanded,
                sanding, sapling, sassed, sating, sawyer, sawyers, saying, scaled, scaling, scamper, scamps, scanted,
                scanting, scared, scaring, schedulers, scoots, scored, scours, scrabbled, scuffed, scuffing, sealing,
                seaming, searchers, seared, sedate, sedating, seduction, seeded, selves, sensing, sentries, sequencers,
                serer, servile, setters, settling, sever, sewing, sexing, shaded, shading, shaking, shamed, shaming, shanks,
                shaped, shaping, shard, sharked, sharking, sharped, sharping, shaved, shaving, sheared, shearing, sheaves,
                shedding, sheds, sheers, sherds, shills, shined, shingle, shining, shinned, shinning, shipped, shopped,
                shored, shoring, shorted, shorts, shouts, shrews, sicked, sicking, sidling, sifter, sifters, sighed,
                sighing, sights, sills, simmer, singe, singed, singeing, singing, sinned, sinner, sinning, sipped, siring,
                sitter, sitters, skating, skipped, skulls, slapped, slating, slaying, sledge, sledges, sleeking, sleets,
                sling, slopped, slummed, slummer, slumming, smarted, smelling, smother, smothers, snared, snaring, sneaking,
                snipped, snored, snorted, snorting, snorts, snouts, snuffed, snuffing, soared, soaring, solder, solders,
                soling, sonars, sopped, sortied, sousing, spanned, spared, spaying, speakers, spearing, specking, spelling,
                spending, spills, spinal, splayed, splaying, spored, spores, sported, spots, spouts, sprang, sprig,
                sprinted, sprinting, sprung, spurts, spying, stabbed, stable, stabled, stables, stabling, staffed, staking,
                stale, staled, staling, stalked, stalking, stalled, stalling, starch, starched, starches, starching,
                staring, starling, starred, startled, starved, stats, statues, steaming, stiffed, stimulation, stoked,
                stoking, stomped, stomping, stomps, stoned, stoning, stooped, stores, storey, storied, stormed, storming,
                stowed, stowing, straighter, strained, straining, stropped, studded, studios, stumping, stumps, suctions,
                summit, summits, sunder, sunders, sundry, sunning, supersize, supersized, supersizing, suppliers, surged,
                surges, surrey, surreys, swamping, swamps, sweating, sweets, swelling, swills, swopped, tablets, tabling,
                tabued, tabuing, tacked, tailed, tailing, takings, tales, tamper, tamping, tamps, tanager, tanks, tapers,
                taring, tatting, tearing, teasing, teeing, teeming, tented, tenting, terming, testily, thicket, thickets,
                thine, thinking, thinks, thinner, thirsty, thorough, though, thunks, tickers, ticking, tided, tides, tidier,
                tidiest, tiding, tights, tillable, tinder, tingeing, tingle, tinned, tinning, toasting, toking, topped,
                tourney, touting, traces, trailed, trailing, treading, treated, treating, trough, troughs, trouper,
                troupers, trucked, tumors, tuned, turfed, tusked, twined, twining, twinned, twinning, umber, unchanged,
                uncharted, unction, unctions, undated, under, uneaten, unfilled, unformed, unload, unloaded, unloading,
                unloads, unrolled, unrolling, unsaid, untied, unvoiced, upending, urged, urges, usable, valuation,
                valuations, vender, venders, venerate, venerated, venerating, vents, verily, verity, versified, versify,
                versifying, victual, vistas, wadding, waffles, wailed, wailing, waked, waled, waling, walling, wanner,
                warder, warier, warmer, wasting, waxing, weakly, wealth, wedded, wedding, weeder, weeping, welded, welding,
                wended, wending, wetness, wetter, wetting, whelped, whelping, whined, whining, whites, wicked, wicket,
                wickets, wights, winger, winner, witched, witching, witless, wormed, worming, wringing, writers, writhes,
                writhing, wrought, yearned, yearning, yearns, yelling, yelped, yelping, yucked]

        """###
}
