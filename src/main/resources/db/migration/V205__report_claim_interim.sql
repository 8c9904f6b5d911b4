-- Reports and traces see interim payments as the payments that they are.
create or replace view report_claim_payment as
    select claim_id, code, payee, rupiah, transfer_id, paid_at from claim_payment
    union all
    select claim_id, 'INCOME_REPLACEMENT', -1, rupiah, transfer_id, paid_at from claim_interim where state = 'PAID';
