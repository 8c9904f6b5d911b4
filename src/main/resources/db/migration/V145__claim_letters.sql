-- Letters of claims are issued by the letter book. Their kinds are named in Java, since several modules write letters. A
-- claim that has letters from before goes on counting where it was.
alter table claim_letter drop constraint claim_letter_kind;
alter table claim_letter add column letter_id uuid constraint claim_letter_letter_fk references letter_letter;

insert into letter_counter (case_number, last)
select claim.number, count(*) from claim_letter letter join claim_claim claim on claim.id = letter.claim_id group by claim.number;

-- where the family wants to be told by e-mail
alter table claim_reporter add column email text;
