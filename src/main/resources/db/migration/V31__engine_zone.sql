create table engine_zone (
    one  boolean primary key default true check (one),
    zone text    not null
);
comment on table engine_zone is 'The engine writes local times: the time zone in which it does, kept from the first start on, wherever the product runs later';
