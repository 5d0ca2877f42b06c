create table sample_clock (
    the_only      boolean primary key default true check (the_only),
    ahead_seconds bigint  not null check (ahead_seconds >= 0)
);
comment on table sample_clock is 'How far the time of a sample institution is ahead of the real one; empty everywhere else';
