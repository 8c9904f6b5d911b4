-- Contents whose documents nobody ever attached to a case and that were forgotten: the row goes at once, the file later, so
-- that a backup that took the rows before still finds the file.
create table document_forgotten (
    sha256       text        not null constraint document_forgotten_pk primary key,
    forgotten_at timestamptz not null
);
