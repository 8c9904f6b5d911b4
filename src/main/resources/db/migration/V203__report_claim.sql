-- What reports and traces may see of claims: amounts, states and transfers, no name, no NIK, no cause of death. Drafts are
-- nobody's business yet.
create view report_claim as
    select claim.id, claim.number, claim.programme, claim.village_code, claim.branch, claim.worker_id, claim.event_date,
           claim.state, claim.filed_at, claim.complete_at, claim.pay_by, claim.decision, claim.reasons, claim.legal_basis,
           claim.rule_versions, claim.cover_standing, claim.cover_bill_id, claim.cover_transfer_id,
           coalesce((select sum(component.rupiah) from claim_component component where component.claim_id = claim.id), 0)::bigint as total
      from claim_claim claim
     where claim.state <> 'DRAFT';

create view report_claim_component as
    select claim_id, code, payee, rupiah, legal_basis, rule_version from claim_component;

create view report_claim_payment as
    select claim_id, code, payee, rupiah, transfer_id, paid_at from claim_payment;
