alter table account
    add column phone              text,
    add column email_index        text,
    add column phone_index        text,
    add column email_confirmed_at timestamptz,
    add column phone_confirmed_at timestamptz,
    add column unclaimed          boolean not null default false;
create unique index account_by_email on account (email_index);
create unique index account_by_phone on account (phone_index);
comment on column account.phone is 'Encrypted, in E.164; null where none is known';
comment on column account.email_index is 'Fingerprint of the address; only while it is confirmed, or waits for its person to claim the account';
comment on column account.phone_index is 'The same of the phone number';
comment on column account.email_confirmed_at is 'When its person proved to read what is sent there; null for addresses from before and those that an administrator set';
comment on column account.unclaimed is 'Made for somebody by another: nobody can sign in until that person proves the address or the number';

alter table account_change drop constraint account_change_change_check;
alter table account_change add constraint account_change_change_check check (change in ('registered', 'created', 'pre-registered',
    'claimed', 'granted', 'enabled', 'disabled', 'password-changed', 'contact-changed', 'contact-confirmed', 'contact-removed'));

create table contact_code (
    id         uuid        primary key,
    purpose    text        not null check (purpose in ('SIGN_UP', 'PASSWORD', 'CONTACT')),
    contact    text        not null,
    contact_index text     not null,
    account    text        references account,
    code       text        not null,
    tries      integer     not null default 0,
    sent       integer     not null default 1,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    ended      boolean     not null default false
);
create index contact_code_by_contact on contact_code (contact_index, sent_at);
create index contact_code_by_time on contact_code (sent_at);
comment on table contact_code is 'One-time codes that were sent to a mail address or a phone number';
comment on column contact_code.contact is 'Encrypted';
comment on column contact_code.contact_index is 'Fingerprint of the contact, to count what was sent there';
comment on column contact_code.account is 'Who asked, where somebody was signed in';
comment on column contact_code.code is 'A keyed hash of the code and of this row''s id; no code fits where the person may not do what was asked';
comment on column contact_code.ended is 'Used, or tried too often';

create table consent (
    id           bigint      generated always as identity primary key,
    account      text        not null references account,
    purpose      text        not null check (purpose in ('GENERAL', 'SENSITIVE')),
    version      text        not null,
    text_hash    text        not null,
    way          text        not null check (way in ('OWN', 'DECLARED')),
    given_by     text        not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz
);
create unique index consent_in_force on consent (account, purpose, version, text_hash, way) where withdrawn_at is null;
comment on table consent is 'Who agreed to which text on the use of personal data, and when they withdrew it';
comment on column consent.text_hash is 'SHA-256 of the text in all languages, in hexadecimal';
comment on column consent.way is 'OWN: the person themselves; DECLARED: somebody who applies for a group declared to hold their consent';

alter table mail
    alter column notice_id drop not null,
    add column channel text not null default 'MAIL' check (channel in ('MAIL', 'SMS')),
    add column content text,
    add column give_up_at timestamptz;
alter table mail add constraint mail_says_something check (notice_id is not null or content is not null or state in ('SENT', 'DEAD'));
comment on table mail is 'Every message that was ever to be sent, by mail or as a short message: the queue, and the record of what became of it';
comment on column mail.account is 'Empty where a code goes to somebody who has no account yet';
comment on column mail.content is 'Encrypted; what a message without a notice says (a one-time code), removed when it is sent or given up';
comment on column mail.give_up_at is 'By the database server''s clock; a code is of no use later';

create table sample_sms (
    id          bigint      generated always as identity primary key,
    received_at timestamptz not null,
    content     bytea       not null
);
comment on table sample_sms is 'Short messages of the sample institution that went no further; the newest thousand are kept';
comment on column sample_sms.content is 'As received, encrypted';
