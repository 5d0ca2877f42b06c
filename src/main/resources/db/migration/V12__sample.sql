create table sample_mail (
    id          bigint      generated always as identity primary key,
    received_at timestamptz not null,
    content     bytea       not null
);
comment on table sample_mail is 'Mails of the sample institution that went no further; the newest thousand are kept';
comment on column sample_mail.content is 'As received, encrypted';
