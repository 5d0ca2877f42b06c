create table sample_mail (
    id          bigint      generated always as identity primary key,
    received_at timestamptz not null,
    content     bytea       not null
);
comment on table sample_mail is 'Mails of the sample institution that went no further; the newest thousand are kept';
comment on column sample_mail.content is 'As received, encrypted';

create table sample_clock (
    the_only      boolean primary key default true check (the_only),
    ahead_seconds bigint  not null check (ahead_seconds >= 0)
);
comment on table sample_clock is 'How far the time of a sample institution is ahead of the real one; empty everywhere else';
