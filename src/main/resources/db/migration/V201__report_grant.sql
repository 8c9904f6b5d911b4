-- What reports and traces may read of village money; they never name the tables themselves.

create view report_disbursement as
    select id, allocation_id, decree_id, tranche, tranches, percent, rupiah, rupiah - premium_rupiah as grant_rupiah,
           premium_rupiah, village_code, village_label, district_code, regency_code, province_code, state, run_id,
           forwarding_reference, opened_at, received_at
      from grant_disbursement;

create view report_run as
    select run.id, run.reference, run.decree_id, run.regency_code, run.regency_name, run.province_code, run.state,
           run.opened_at, run.spp_number, run.spm_number, run.sp2d_number, run.transfer_number, run.reprimand_number,
           run.credited_on, run.forward_due_on,
           (select max(decided_at) from grant_decision where run_id = run.id and step = 'FORWARD') as forwarded_at,
           line.villages, line.rupiah
      from grant_run run,
           lateral (select count(*) as villages, coalesce(sum(rupiah), 0)::bigint as rupiah
                      from grant_disbursement where run_id = run.id) line;

-- Credits that did not fit, for whoever asks the bank; of an unknown reference no amount is expected.
create view report_bank_mismatch as
    select id, reference, account, rupiah, expected_rupiah, value_date, code, reported_by, reported_at
      from grant_bank_mismatch;
