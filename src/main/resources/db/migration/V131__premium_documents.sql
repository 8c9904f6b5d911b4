-- What is attached to a premium case exists, whole, in the document store.
alter table premium_document
    add constraint premium_document_file_fk foreign key (document_id) references document_file;
