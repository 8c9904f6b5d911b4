-- Versions of decision tables that are put in force without a new build: the table as it was understood, who decided on it,
-- and what would come out otherwise. The table that answers is the engine's deployment of it; this is how it came about.

create table rulebook_version (
    id             uuid        constraint rulebook_version_pk primary key,
    decision_key   text        not null constraint rulebook_version_decision_given check (decision_key <> ''),
    in_force_on    date        not null,
    reason         text        not null constraint rulebook_version_reason_given check (reason <> ''),
    dmn            text        not null,
    base_version   text        not null,
    base_dmn       text        not null,
    released_dmn   text        not null,
    state          text        not null constraint rulebook_version_state check
                               (state in ('DRAFT', 'COMPARING', 'LEGAL_REVIEW', 'APPROVAL', 'RETURNED', 'APPROVED', 'IN_FORCE',
                                          'REJECTED', 'WITHDRAWN')),
    proposed_at    timestamptz not null,
    compared_after text,
    compared_cases integer     not null default 0,
    compared_at    timestamptz,
    deployed_as    text constraint rulebook_version_named_in_force check ((deployed_as is not null) = (state = 'IN_FORCE'))
);
-- two proposals for one table would each be compared with a table that the other changes
create unique index rulebook_version_one_open on rulebook_version (decision_key)
    where state in ('COMPARING', 'LEGAL_REVIEW', 'APPROVAL', 'RETURNED', 'APPROVED');

-- Who did what with a version, in order; never changed.
create table rulebook_deed (
    entry_number bigint      generated always as identity constraint rulebook_deed_pk primary key,
    version_id   uuid        not null constraint rulebook_deed_version_fk references rulebook_version,
    step         text        not null constraint rulebook_deed_step check (step in ('PROPOSAL', 'LEGAL_REVIEW', 'APPROVAL')),
    outcome      text        not null constraint rulebook_deed_outcome check
                             (outcome in ('PROPOSED', 'CORRECTED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    user_id      text        not null,
    user_name    text        not null,
    note         text,
    done_at      timestamptz not null
);
create index rulebook_deed_version_idx on rulebook_deed (version_id);

-- A case that would come out otherwise; numbers and amounts only.
create table rulebook_changed_case (
    version_id    uuid    not null constraint rulebook_changed_case_version_fk references rulebook_version,
    case_id       uuid    not null,
    subject       text    not null,
    number        text    not null,
    unfinished    boolean not null,
    judged_on     date    not null,
    decision_now  text    not null,
    decision_then text    not null,
    rupiah_now    bigint  not null,
    rupiah_then   bigint  not null,
    more_now      text    not null,
    more_then     text    not null,
    constraint rulebook_changed_case_pk primary key (version_id, case_id)
);

-- A worked case of the law that comes out otherwise than it says.
create table rulebook_worked_case (
    version_id uuid not null constraint rulebook_worked_case_version_fk references rulebook_version,
    code       text not null,
    title      text not null,
    judged_on  date not null,
    broken     text not null,
    constraint rulebook_worked_case_pk primary key (version_id, code)
);
