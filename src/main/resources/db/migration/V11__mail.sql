create table mail (
    id                bigint      generated always as identity primary key,
    notice_id         bigint      not null unique,
    account           text        not null,
    address           text        not null,
    language          text        not null check (language in ('zh-CN', 'en')),
    message_id        text        not null,
    state             text        not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'DEAD')),
    attempts          integer     not null default 0,
    due_at            timestamptz not null default now(),
    possibly_repeated boolean     not null default false,
    cause             text,
    queued_at         timestamptz not null,
    tried_at          timestamptz
);
comment on table mail is 'Every mail that was ever to be sent: the queue, and the record of what became of it';
comment on column mail.address is 'Encrypted; as it was when the mail was queued, or queued again at the desk';
comment on column mail.message_id is 'The same in every attempt';
comment on column mail.due_at is 'By the database server''s clock: when it is tried next, and while SENDING when its sender counts as dead';
comment on column mail.possibly_repeated is 'An attempt ended so that nobody knows whether the mail arrived, and it was sent again';
comment on column mail.cause is 'What the last failed attempt ended with, without the address';
create index mail_due on mail (due_at, id) where state in ('QUEUED', 'SENDING');
create index mail_dead on mail (id) where state = 'DEAD';
create index mail_possibly_repeated on mail (id) where possibly_repeated;
