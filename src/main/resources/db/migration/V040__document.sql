-- What is known of a file that an official stored. The content lies outside the database under its hash; two files of the
-- same content share it and stay two rows, because they were brought by two people for two reasons.
create table document_file (
    id          uuid        not null constraint document_file_pk primary key,
    kind        text        not null constraint document_file_kind check (kind ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    file_name   text        not null constraint document_file_name check (length(file_name) between 1 and 150),
    media_type  text        not null,
    bytes       bigint      not null constraint document_file_bytes check (bytes > 0),
    sha256      text        not null constraint document_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);
create index document_file_by_content on document_file (sha256);
