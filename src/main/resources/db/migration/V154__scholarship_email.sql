-- Where a guardian wants to be told by e-mail that there is a letter; null where he has no address.
alter table scholarship_scholarship add column guardian_email text;
