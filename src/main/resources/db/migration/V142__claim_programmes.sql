-- The rule book knows work accidents (JKK) since the assessment; the list of programmes says so where a claim names one.
alter table claim_claim drop constraint claim_claim_programme;
alter table claim_claim add constraint claim_claim_programme check (programme in ('JKM', 'JKK'));
