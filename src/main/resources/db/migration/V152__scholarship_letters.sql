-- Letters of scholarships are issued by the letter book, as those of claims are.
alter table scholarship_letter add column letter_id uuid constraint scholarship_letter_letter_fk references letter_letter;
