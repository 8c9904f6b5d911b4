-- Decrees and what they grant. A decree is drafted with its annex (one allocation per village), reviewed, initialled and
-- signed by four different people, and in force grants every village its amount. What it grants is never changed once it
-- is in force; before that a correction replaces its terms and its annex as a whole.

create table regulation_decree (
    id                    uuid        constraint regulation_decree_pk primary key,
    number                text        not null constraint regulation_decree_number_given check (number <> ''),
    title                 text        not null constraint regulation_decree_title_given check (title <> ''),
    province_code         text        not null constraint regulation_decree_province check (province_code ~ '^\d\d$'),
    fiscal_year           integer     not null constraint regulation_decree_fiscal_year check (fiscal_year between 2000 and 2100),
    edition               integer     not null,
    ceiling               bigint      not null constraint regulation_decree_ceiling check (ceiling > 0),
    tranche_percents      integer[]   not null constraint regulation_decree_tranches check (cardinality(tranche_percents) > 0),
    premium_share_percent integer     not null constraint regulation_decree_premium_share check (premium_share_percent between 0 and 100),
    workers_per_village   integer     not null constraint regulation_decree_workers check (workers_per_village > 0),
    months_of_cover       integer     not null constraint regulation_decree_months check (months_of_cover > 0),
    state                 text        not null constraint regulation_decree_state check
                                      (state in ('DRAFT', 'LEGAL_REVIEW', 'INITIALLING', 'SIGNING', 'RETURNED', 'SIGNED', 'IN_FORCE', 'WITHDRAWN')),
    drafted_at            timestamptz not null,
    in_force_on           date        constraint regulation_decree_in_force_day check ((in_force_on is not null) = (state = 'IN_FORCE'))
);
-- a withdrawn draft frees its number
create unique index regulation_decree_number_once on regulation_decree (number) where state <> 'WITHDRAWN';

create table regulation_article (
    decree_id  uuid    not null constraint regulation_article_decree_fk references regulation_decree,
    place      integer not null,
    regulation text    not null constraint regulation_article_regulation_given check (regulation <> ''),
    article    text    not null constraint regulation_article_article_given check (article <> ''),
    text       text    not null,
    constraint regulation_article_pk primary key (decree_id, place)
);

-- Names and parents are copied from the edition: a list that is loaded anew must not change what a decree said.
create table regulation_allocation (
    id            uuid        constraint regulation_allocation_pk primary key,
    decree_id     uuid        not null constraint regulation_allocation_decree_fk references regulation_decree,
    edition       integer     not null,
    village_code  text        not null,
    village_name  text        not null,
    kelurahan     boolean     not null,
    district_code text        not null,
    district_name text        not null,
    regency_code  text        not null,
    regency_name  text        not null,
    province_code text        not null,
    rupiah        bigint      not null constraint regulation_allocation_positive check (rupiah > 0),
    state         text        not null constraint regulation_allocation_state check
                              (state in ('PLANNED', 'OPENABLE', 'OPENED', 'AWAITING_KELURAHAN_ROUTE')),
    opened_at     timestamptz constraint regulation_allocation_opened check ((opened_at is not null) = (state = 'OPENED')),
    constraint regulation_allocation_once unique (decree_id, village_code),
    constraint regulation_allocation_route check (not (kelurahan and state in ('OPENABLE', 'OPENED')))
);
create index regulation_allocation_village_idx on regulation_allocation (village_code);
create index regulation_allocation_openable_idx on regulation_allocation (decree_id, village_code) where state = 'OPENABLE';

-- What reviewers should know before they sign; amounts in whole rupiah where the warning is about money.
create table regulation_finding (
    decree_id   uuid    not null constraint regulation_finding_decree_fk references regulation_decree,
    place       integer not null,
    code        text    not null constraint regulation_finding_code_form check (code ~ '^[A-Z][A-Z0-9_]*$'),
    message     text    not null,
    villages    integer,
    per_village bigint,
    rupiah      bigint,
    constraint regulation_finding_pk primary key (decree_id, place)
);

-- Who did what with a decree, in order; never changed.
create table regulation_decision (
    entry_number bigint      generated always as identity constraint regulation_decision_pk primary key,
    decree_id    uuid        not null constraint regulation_decision_decree_fk references regulation_decree,
    step         text        not null constraint regulation_decision_step check
                             (step in ('DRAFTING', 'LEGAL_REVIEW', 'INITIAL', 'SIGNATURE')),
    outcome      text        not null constraint regulation_decision_outcome check
                             (outcome in ('DRAFTED', 'CORRECTED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    decided_by   text        not null,
    decided_name text        not null,
    note         text,
    decided_at   timestamptz not null
);
create index regulation_decision_decree_idx on regulation_decision (decree_id, entry_number);
