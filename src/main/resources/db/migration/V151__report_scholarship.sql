-- What reports may see of scholarships: amounts and states by branch and level, no child.
create view report_scholarship_year as
select year.id, child.claim_id, child.programme, child.branch, child.village_code, year.school_year, year.level, year.state,
       year.rupiah, year.transfer_id, (year.paid_at at time zone 'Asia/Jakarta')::date as paid_on
  from scholarship_year year join scholarship_scholarship child on child.id = year.scholarship_id
 where year.state <> 'DRAFT';
