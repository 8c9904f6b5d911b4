-- What an official typed and has not sent: kept for him alone until the task is done or a month is over, so that a closed
-- browser, a power cut or another computer costs nothing, and nothing of it lies in the browser of a shared computer.
-- A place is a task's id, or start: and a process's key.
create table webapp_draft (
    user_id  text        not null,
    place    text        not null constraint webapp_draft_place check (length(place) between 1 and 120),
    content  text        not null constraint webapp_draft_length check (length(content) <= 65536),
    saved_at timestamptz not null,
    constraint webapp_draft_pk primary key (user_id, place)
);
create index webapp_draft_of_place on webapp_draft (place);
create index webapp_draft_by_age on webapp_draft (saved_at);
