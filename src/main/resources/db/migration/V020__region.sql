-- The administrative regions, edition by edition: a decree names the edition its village codes are from, and a later
-- edition must not change what an earlier decree said. Which branch of the insurer serves a regency does not depend on
-- the edition.
create table region_village (
    edition       integer not null constraint region_village_edition check (edition between 1945 and 9999),
    code          text    not null constraint region_village_code check (code ~ '^\d\d\.\d\d\.\d\d\.\d{4}$'),
    name          text    not null constraint region_village_name check (name <> ''),
    kind          text    not null constraint region_village_kind check (kind in ('DESA', 'KELURAHAN')),
    district_code text    not null constraint region_village_district check (district_code = left(code, 8)),
    district_name text    not null,
    regency_code  text    not null constraint region_village_regency check (regency_code = left(code, 5)),
    regency_name  text    not null,
    province_code text    not null constraint region_village_province check (province_code = left(code, 2)),
    province_name text    not null,
    constraint region_village_pk primary key (edition, code)
);
create index region_village_by_code on region_village (code, edition desc);
create index region_village_by_regency on region_village (edition, regency_code, code);
create index region_village_by_province on region_village (edition, province_code, code);

create table region_branch (
    regency_code text not null constraint region_branch_pk primary key,
    branch       text not null constraint region_branch_name check (branch ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
