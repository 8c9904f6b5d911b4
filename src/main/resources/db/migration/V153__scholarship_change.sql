-- What is reported of a child between two school years: marriage, work. The day and the paper, what the rules said of that
-- day, who confirmed it, and the money that had been paid for time after the end: named, demanded, repaid or left.
create table scholarship_change (
    id             uuid        constraint scholarship_change_pk primary key,
    number         text        not null constraint scholarship_change_number unique,
    scholarship_id uuid        not null constraint scholarship_change_scholarship_fk references scholarship_scholarship,
    kind           text        not null constraint scholarship_change_kind check (kind in ('MARRIED', 'WAGE', 'BPU', 'INTERN')),
    happened_on    date        not null,
    wage_months    integer     constraint scholarship_change_wage_months check (wage_months >= 0),
    note           text,
    state          text        not null constraint scholarship_change_state
                               check (state in ('DRAFT', 'OPEN', 'DISMISSED', 'NOTED', 'CONFIRMED', 'EXCESS', 'ENDED', 'KEPT',
                                                'DEMANDED', 'REPAID', 'WAIVED')),
    -- what the rules said, kept with the versions that said it
    end_reason     text,
    end_basis      text,
    ended_on       date,
    rule_versions  text,
    -- paid for years that were proved when it was over; the months after the end of a year that was proved before it
    undue_rupiah    bigint     not null default 0 constraint scholarship_change_undue check (undue_rupiah >= 0),
    share_rupiah    bigint     not null default 0 constraint scholarship_change_share check (share_rupiah >= 0),
    demanded_rupiah bigint     not null default 0
                               constraint scholarship_change_demanded check (demanded_rupiah between 0 and undue_rupiah + share_rupiah),
    reported_at    timestamptz not null,
    constraint scholarship_change_end_is_whole check ((end_reason is null) = (ended_on is null) and (end_reason is null) = (end_basis is null))
);
create index scholarship_change_by_scholarship on scholarship_change (scholarship_id);
-- a child has one report at a time
create unique index scholarship_change_once on scholarship_change (scholarship_id)
    where state in ('OPEN', 'CONFIRMED', 'EXCESS', 'DEMANDED');

create table scholarship_change_document (
    change_id   uuid        not null constraint scholarship_change_document_change_fk references scholarship_change,
    document_id uuid        not null constraint scholarship_change_document_document_fk references document_file,
    added_by    text        not null,
    added_at    timestamptz not null,
    constraint scholarship_change_document_pk primary key (change_id, document_id)
);
create index scholarship_change_document_by_document on scholarship_change_document (document_id);

create table scholarship_change_deed (
    entry_number bigint      generated always as identity constraint scholarship_change_deed_pk primary key,
    change_id    uuid        not null constraint scholarship_change_deed_change_fk references scholarship_change,
    step         text        not null,
    outcome      text        not null,
    note         text,
    user_id      text        not null,
    user_name    text        not null,
    at           timestamptz not null
);
create index scholarship_change_deed_by_change on scholarship_change_deed (change_id, entry_number);

create table scholarship_change_letter (
    change_id  uuid        not null constraint scholarship_change_letter_change_fk references scholarship_change,
    letter_id  uuid        not null constraint scholarship_change_letter_letter_fk references letter_letter,
    number     text        not null,
    kind       text        not null,
    subject    text        not null,
    text       text        not null,
    created_at timestamptz not null,
    constraint scholarship_change_letter_pk primary key (change_id, letter_id)
);

create table scholarship_repayment (
    reference   text        constraint scholarship_repayment_pk primary key,
    change_id   uuid        not null constraint scholarship_repayment_change_fk references scholarship_change,
    rupiah      bigint      not null constraint scholarship_repayment_rupiah check (rupiah > 0),
    value_date  date        not null,
    reported_by text        not null,
    reported_at timestamptz not null
);
create index scholarship_repayment_by_change on scholarship_repayment (change_id);
