-- What an auditor reads beside the amounts: who took which step of a case, in which office he was that day, what was
-- attached and sent, and what of the premiums no longer covers anybody. No note, no file's name, no person but officials.
create view report_case_step as
    select decree_id as case_id, step, outcome, decided_by as user_id, decided_name as user_name, decided_at as at, entry_number as place
      from regulation_decision
    union all
    select coalesce(disbursement_id, run_id), step, outcome, decided_by, decided_by_name, decided_at, entry_number from grant_decision
    union all
    select case_id, step, outcome, by_user, by_name, at, 0 from premium_decision
    union all
    select claim_id, step, outcome, user_id, user_name, at, entry_number from claim_decision;

create view report_office_term as
    select user_id, role, area, valid_from, valid_until from identity_office where not annulled;

create view report_case_paper as
    select coalesce(attached.disbursement_id, attached.run_id) as case_id, attached.document_id, file.kind
      from grant_document attached join document_file file on file.id = attached.document_id
    union all
    select attached.case_id, attached.document_id, file.kind
      from premium_document attached join document_file file on file.id = attached.document_id;

create view report_case_letter as
    select case_id, number, title, issued_at from letter_letter;

create view report_premium_return as
    select id, claim_id, state from claim_premium_return;

-- Months that were paid and cover nobody any more: what must have gone back to the village.
create view report_premium_uncovered as
    select bill.id as bill_id, bill.decree_id, bill.village_code,
           sum(month.rupiah - month.rupiah / bill.workers * covered.workers)::bigint as rupiah
      from premium_bill bill
      join premium_month month on month.bill_id = bill.id and month.transfer_id is not null,
           lateral (select count(*) as workers from premium_cover cover
                     where cover.bill_id = bill.id and month.month between date_trunc('month', cover.from_day) and cover.through_day) covered
     where bill.state = 'COVERED'
     group by bill.id, bill.decree_id, bill.village_code;
