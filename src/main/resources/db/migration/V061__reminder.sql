-- Where officials want to be reminded of their work, and what they were reminded of. An address counts once its owner has
-- typed the code that was sent there, or an administrator has set it; one that bounced is left alone until it is changed.
create table reminder_address (
    user_id       text        constraint reminder_address_pk primary key,
    address       text,
    asked_for     text,
    code_sha256   text,
    code_until    timestamptz,
    code_refused  text,
    code_tries    integer     not null default 0 constraint reminder_address_code_tries check (code_tries >= 0),
    codes_on      date,
    codes_sent    integer     not null default 0,
    bounced_at    timestamptz,
    bounce_reason text,
    set_by        text        not null,
    set_at        timestamptz not null,
    constraint reminder_address_something check (address is not null or asked_for is not null),
    constraint reminder_address_code check ((asked_for is null) = (code_sha256 is null) and (asked_for is null) = (code_until is null)),
    constraint reminder_address_bounce check (bounced_at is null or address is not null)
);
create index reminder_address_of on reminder_address (lower(address));

-- One look a day at each person's desk. Where nothing was due no mail went; either way the day is done.
create table reminder_digest (
    user_id   text        not null,
    day       date        not null,
    late      integer     not null,
    due_today integer     not null,
    due_soon  integer     not null,
    mail_id   uuid,
    made_at   timestamptz not null,
    constraint reminder_digest_pk primary key (user_id, day),
    constraint reminder_digest_mail check (mail_id is null or late + due_today + due_soon > 0)
);
create index reminder_digest_of_mail on reminder_digest (mail_id) where mail_id is not null;
create index reminder_digest_day on reminder_digest (day);

-- How far a mail is, for whoever sent it and nothing else of it.
create view report_mail as select id as mail_id, state from notice_mail;
