-- Ties village money to what it rests on: the decree's allocation and the stored documents. A run keeps the name of its
-- regency as the decree's edition has it.

alter table grant_disbursement
    add constraint grant_disbursement_allocation_fk foreign key (allocation_id) references regulation_allocation,
    add constraint grant_disbursement_decree_fk foreign key (decree_id) references regulation_decree;

alter table grant_run
    drop column forwarded_at,                       -- the decision FORWARD says when
    add column regency_name text not null,
    add constraint grant_run_decree_fk foreign key (decree_id) references regulation_decree;

alter table grant_document
    add constraint grant_document_file_fk foreign key (document_id) references document_file;
