-- Premium and cover for those who only look: bills, cover by village, and the way from a covered worker to the transfer
-- that paid his month. No name and no NIK; a worker is his id.

create view report_bill as
select bill.id, bill.case_id, premium_case.disbursement_id, premium_case.allocation_id, premium_case.tranche, bill.list_id,
       bill.decree_id, bill.village_code, bill.billing_code, bill.workers, bill.first_month, bill.months, bill.rupiah,
       bill.legal_basis, bill.state, bill.issued_at, bill.payment_reference, bill.transfer_id, bill.paid_at, bill.covered_at
  from premium_bill bill join premium_case on premium_case.id = bill.case_id;

create view report_cover as
select cover.worker_id, cover.bill_id, cover.from_day, cover.through_day, cover.registered_at
  from premium_cover cover join premium_bill bill on bill.id = cover.bill_id
 where bill.state = 'COVERED';

create view report_cover_month as
select bill_id, month, rupiah, transfer_id from premium_month where transfer_id is not null;

-- How many of a village's workers each month of a decree's money covers.
create view report_cover_village as
select bill.village_code, bill.decree_id, month.month, sum(bill.workers)::bigint as workers, sum(month.rupiah)::bigint as rupiah
  from premium_bill bill join premium_month month on month.bill_id = bill.id
 where bill.state = 'COVERED'
 group by bill.village_code, bill.decree_id, month.month;
