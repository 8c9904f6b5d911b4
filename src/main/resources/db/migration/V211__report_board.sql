-- What the board looks at besides: what bank and insurer reported and what they are waited for, work of the application
-- itself that may be stuck, and the areas by name.
create view report_bank_credit as
    select reference, run_id, disbursement_id, rupiah, value_date, reported_at from grant_bank_credit;

-- Runs whose SP2D is issued: since then the bank's word is waited for.
create view report_awaited_credit as
    select run.id as run_id, run.reference, run.regency_code, run.regency_name, line.rupiah,
           (select max(decided_at) from grant_decision where run_id = run.id and step = 'SP2D') as waiting_since
      from grant_run run,
           lateral (select coalesce(sum(rupiah), 0)::bigint as rupiah from grant_disbursement where run_id = run.id) line
     where run.state = 'AWAITING_CREDIT';

create view report_premium_case as
    select id, disbursement_id, decree_id, village_code, tranche, state, received_at from premium_case;

create view report_insurer_confirmation as
    select billing_code, bill_id, rupiah, outcome, received_at from premium_confirmation;

create view report_claim_bank_mismatch as
    select report, reference, rupiah, code, reported_at from claim_bank_mismatch;

create or replace view report_mail as
    select id as mail_id, state, tries, created_at, next_try_at from notice_mail;

create view report_import as
    select id, state, total, done, accepted, rejected, failure, attempts, received_at, finished_at from enrolment_import;

-- Provinces, regencies and districts by their newest name.
create view report_area as
    select distinct on (code) code, name
      from (select province_code as code, province_name as name, edition from region_village
            union all select regency_code, regency_name, edition from region_village
            union all select district_code, district_name, edition from region_village
            union all select code, name, edition from region_village) area
     order by code, edition desc;

-- Every number that a case is or was known by.
create view report_case_number as
    select number, 'DECREE' as kind, id as case_id from regulation_decree where number is not null
    union all select reference, 'RUN', id from grant_run
    union all select forwarding_reference, 'TRANCHE', id from grant_disbursement where forwarding_reference is not null
    union all select billing_code, 'BILL', case_id from premium_bill
    union all select number, 'CLAIM', id from claim_claim where state <> 'DRAFT'
    union all select number, 'CLAIM', claim_id from claim_former_number
    union all select number, 'COMPLAINT', id from complaint_complaint
    union all select number, 'DEATH_REPORT', id from death_report;
