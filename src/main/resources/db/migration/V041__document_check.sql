-- What came of reading all documents through, each night or after a restore: one row per time.
create table document_check (
    checked_at timestamptz not null constraint document_check_pk primary key,
    contents   integer     not null constraint document_check_contents check (contents >= 0),
    damaged    integer     not null constraint document_check_damaged check (damaged between 0 and contents)
);
