-- Every case of the small processes that has yet to come to its end, for the check that each has its process. A draft has
-- none yet.
create view report_open_case as
    select 'complaint' as kind, id from complaint_complaint where state not in ('DRAFT', 'SETTLED', 'CLOSED', 'WITHDRAWN')
    union all
    select 'death-report', id from death_report where state = 'OPEN'
    union all
    select 'school-year', id from scholarship_year where state not in ('DRAFT', 'PAID', 'REFUSED', 'LAPSED')
    union all
    select 'scholarship-change', id from scholarship_change where state in ('OPEN', 'CONFIRMED', 'EXCESS', 'DEMANDED')
    union all
    select 'supplement', id from claim_supplement where state not in ('PAID', 'NO_DIFFERENCE')
    union all
    select 'interim', id from claim_interim where state not in ('PAID', 'REFUSED')
    union all
    select 'account-check', id from claim_account_check where state = 'DIFFERENT'
    union all
    select 'correction', id from claim_correction where state not in ('PAID_AGAIN', 'REPAID', 'WAIVED', 'DISMISSED')
    union all
    select 'dispute', id from claim_dispute where state = 'OPEN'
    union all
    select 'premium-return', id from claim_premium_return where state in ('OPEN', 'APPROVED')
    union all
    select 'penalty', id from claim_penalty where state in ('OPEN', 'OWED', 'ORDERED')
    union all
    select 'field-check', id from claim_field_check where done_at is null
    union all
    select 'escalation', id from reminder_escalation where state = 'OPEN';
