alter table reminder drop constraint reminder_kind_check;
alter table reminder add constraint reminder_kind_check check (kind in ('REMINDER', 'OVERDUE', 'ESCALATED', 'GIVEN_BACK'));
