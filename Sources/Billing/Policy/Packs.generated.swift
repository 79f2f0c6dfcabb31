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
        """###
}
