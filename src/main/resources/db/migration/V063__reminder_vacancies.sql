-- A daily reminder may also tell of offices without a holder, to an overseer who has no work of his own that is due.
alter table reminder_digest
    add column vacant integer not null default 0 constraint reminder_digest_vacant check (vacant >= 0);
alter table reminder_digest drop constraint reminder_digest_mail;
alter table reminder_digest
    add constraint reminder_digest_mail check (mail_id is null or late + due_today + due_soon + vacant > 0);
