-- What the insurer's branch wants to see: claims as cases for its figures, without a person, and the search, which names
-- the worker and is therefore asked for an area only. Every claim has its worker; the outer joins let a question that names
-- nobody pass him by.
create view report_claim_case as
select claim.id, claim.number, claim.programme, claim.branch, claim.village_code, claim.cause, claim.state, claim.reasons,
       (claim.filed_at at time zone 'Asia/Jakarta')::date as filed_on,
       (claim.complete_at at time zone 'Asia/Jakarta')::date as complete_on, claim.pay_by,
       extract(year from age(claim.event_date, worker.birth_date))::integer as age,
       paid.rupiah, paid.paid_on
  from claim_claim claim
  left join enrolment_worker worker on worker.id = claim.worker_id
  left join (select claim_id, sum(rupiah)::bigint as rupiah, (max(paid_at) at time zone 'Asia/Jakarta')::date as paid_on
               from claim_payment group by claim_id) paid on paid.claim_id = claim.id
 where claim.state <> 'DRAFT';

create view report_claim_person as
select claim.id, claim.number, claim.programme, claim.branch, claim.village_code, claim.event_date, claim.state, claim.filed_at,
       claim.pay_by, worker.name as worker_name, worker.nik as worker_nik
  from claim_claim claim left join enrolment_worker worker on worker.id = claim.worker_id
 where claim.state <> 'DRAFT';

-- every number a claim is or was known by
create view report_claim_number as
select number, id as claim_id from claim_claim union all select number, claim_id from claim_former_number;

create view report_branch as
select regency_code, branch from region_branch;

create index claim_by_branch_and_day on claim_claim (branch, filed_at desc, id);
create index claim_by_village_and_day on claim_claim (village_code, filed_at desc, id);

-- part of a name, wherever it stands, by its three-letter pieces; where the database does not have them, by its beginning
do $$
begin
    create extension if not exists pg_trgm;
    create index enrolment_worker_by_name on enrolment_worker using gin (lower(name) gin_trgm_ops);
exception when others then
    create index enrolment_worker_by_name on enrolment_worker (lower(name) text_pattern_ops);
end $$;
