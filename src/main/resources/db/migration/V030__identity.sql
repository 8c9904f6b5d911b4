-- Who holds which office, from when until when, by which appointment. The engine's groups follow from it: `member` says
-- whether the holder is in the group now, and a term that begins or ends is carried over when its day comes.
create table identity_office (
    id            uuid primary key,
    user_id       text not null,
    role          text not null,
    area          text not null,
    valid_from    date not null,
    valid_until   date,
    decree_number text not null,
    member        boolean not null default false,
    appointed_by  text not null,
    appointed_at  timestamptz not null,
    constraint identity_office_term check (valid_until is null or valid_until >= valid_from),
    constraint identity_office_once unique (user_id, role, area)
);
create index identity_office_holder on identity_office (role, area) where member;
