-- Until now the engine ran with its own full history instead of ours, which leaves out what people typed and which
-- decisions were looked up: what it kept of those is dropped, and ours is the level that the engine finds when it starts.
delete from act_hi_detail where type_ = 'FormProperty';
delete from act_hi_dec_in;
delete from act_hi_dec_out;
delete from act_hi_decinst;
update act_ge_property set value_ = '1001' where name_ = 'historyLevel';
