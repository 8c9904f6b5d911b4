-- A family complains by itself, with the code of a letter in its hand: which letter it held, and where it wants to be told.
alter table complaint_complaint add column letter_id uuid constraint complaint_complaint_letter_fk references letter_letter,
                                add column email     text;
create index complaint_by_letter on complaint_complaint (claim_id, filed_at) where letter_id is not null;
