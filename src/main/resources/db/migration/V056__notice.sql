-- E-mails that were promised in the transaction of the fact they tell of, until somebody took them. The Message-ID is fixed
-- here: sent twice after a crash, it is the same mail. Addresses are personal data, and go with the row.
create table notice_mail (
    id          uuid        not null constraint notice_mail_pk primary key,
    recipient   text        not null,
    subject     text        not null,
    body        text        not null,
    message_id  text        not null constraint notice_mail_message_id unique,
    state       text        not null constraint notice_mail_state check (state in ('WAITING', 'SENT', 'FAILED')),
    tries       integer     not null default 0 constraint notice_mail_tries check (tries >= 0),
    reason      text,
    created_at  timestamptz not null,
    next_try_at timestamptz not null,
    done_at     timestamptz,
    constraint notice_mail_done check ((state = 'WAITING') = (done_at is null))
);
create index notice_mail_due on notice_mail (next_try_at) where state = 'WAITING';
create index notice_mail_failed on notice_mail (created_at) where state = 'FAILED';
create index notice_mail_done_at on notice_mail (done_at);
