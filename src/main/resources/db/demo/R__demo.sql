-- Only on the embedded database: whether the demo was loaded to its end. One that was cut off is loaded anew.
create table if not exists demo_state (
    only_row  boolean primary key default true,
    loaded_at timestamptz,
    constraint demo_state_one_row check (only_row)
);
-- The requests of a regency follow after the start; those that were cut off go on at the next one.
alter table demo_state add column if not exists filled_at timestamptz;
insert into demo_state default values on conflict do nothing;
