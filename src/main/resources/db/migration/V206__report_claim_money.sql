-- All that a claim paid to people, line by line: the benefit, its months, the differences; and every number under which the
-- books know of the claim, its children's school years included. For traces: no name, no account.
create view report_claim_paid_line as
    select component.claim_id, 'BENEFIT' as kind, component.code, component.payee, component.rupiah, component.legal_basis,
           component.rule_version, payment.transfer_id, payment.paid_at
      from claim_component component left join claim_payment payment using (claim_id, code, payee)
    union all
    select claim_id, 'MONTH', 'INCOME_REPLACEMENT', -1, rupiah, legal_basis, rule_version, transfer_id, paid_at
      from claim_interim where state = 'PAID'
    union all
    select supplement.claim_id, 'SUPPLEMENT', line.code, line.payee, line.rupiah, line.legal_basis, line.rule_version, line.transfer_id,
           line.paid_at
      from claim_supplement_line line join claim_supplement supplement on supplement.id = line.supplement_id
     where line.transfer_id is not null;

create view report_claim_reference as
    select number as reference, id as claim_id from claim_claim
    union all
    select number, claim_id from claim_former_number
    union all
    select year.number, child.claim_id from scholarship_year year join scholarship_scholarship child on child.id = year.scholarship_id
     where year.state <> 'DRAFT';

-- what was put right after a payment, as people decided it
create view report_claim_correction as
    select correction.id, correction.number, correction.claim_id, correction.payee, correction.kind, correction.state, correction.rupiah,
           coalesce((select sum(repayment.rupiah) from claim_repayment repayment where repayment.correction_id = correction.id), 0)::bigint as repaid
      from claim_correction correction;

create view report_claim_penalty as
    select id, claim_id, state, rupiah, legal_basis from claim_penalty;

create or replace view report_claim_payment as
    select claim_id, code, payee, rupiah, transfer_id, paid_at from report_claim_paid_line where transfer_id is not null;

-- months and differences are benefits that were paid; the day that the law's clock knows stays that of the benefit itself
create or replace view report_claim_case as
select claim.id, claim.number, claim.programme, claim.branch, claim.village_code, claim.cause, claim.state, claim.reasons,
       (claim.filed_at at time zone 'Asia/Jakarta')::date as filed_on,
       (claim.complete_at at time zone 'Asia/Jakarta')::date as complete_on, claim.pay_by,
       extract(year from age(claim.event_date, worker.birth_date))::integer as age,
       paid.rupiah, paid.paid_on
  from claim_claim claim
  left join enrolment_worker worker on worker.id = claim.worker_id
  left join (select claim_id, sum(rupiah)::bigint as rupiah,
                    (max(paid_at) filter (where kind = 'BENEFIT') at time zone 'Asia/Jakarta')::date as paid_on
               from report_claim_paid_line where transfer_id is not null group by claim_id) paid on paid.claim_id = claim.id
 where claim.state <> 'DRAFT';
