-- What reports and traces read of decrees; they never name the tables behind.

create view report_decree as
    select id as decree_id, number as decree_number, title, province_code, fiscal_year, edition, ceiling, tranche_percents,
           premium_share_percent, workers_per_village, months_of_cover, state, drafted_at, in_force_on
      from regulation_decree;

create view report_decree_article as
    select decree_id, place, regulation, article, text from regulation_article;

create view report_decree_finding as
    select decree_id, place, code, message, villages, per_village, rupiah from regulation_finding;

create view report_decree_decision as
    select decree_id, entry_number, step, outcome, decided_by, decided_name, decided_at from regulation_decision;

create view report_allocation as
    select allocation.id as allocation_id, allocation.decree_id, decree.number as decree_number, decree.in_force_on,
           allocation.edition, allocation.village_code, allocation.village_name, allocation.kelurahan,
           allocation.district_code, allocation.district_name, allocation.regency_code, allocation.regency_name,
           allocation.province_code, allocation.rupiah, allocation.state, allocation.opened_at
      from regulation_allocation allocation
      join regulation_decree decree on decree.id = allocation.decree_id;
