/**
 * What GraalJS knows of a region beside its offsets (Java 17, time zone data 2025a). One line for regions that are alike: their ids, the short
 * names of standard and daylight time, the offset of 1970-01-01, and the standard offset with the instants of its changes (offset, instant,
 * offset, …). Numbers are seconds in base 36.
 */
export const graalRegions = `
Africa/Abidjan Africa/Bamako Africa/Banjul Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome Africa/Nouakchott Africa/Ouagadougou Africa/Timbuktu Atlantic/Reykjavik Atlantic/St_Helena Iceland|GMT|0|-qw -u9rgl4 0
Africa/Accra|GMT GHST|0|-qw -u9rgl4 0
Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu Africa/Nairobi Indian/Antananarivo Indian/Comoro Indian/Mayotte|EAT EAST|8c0|6tg -w6p5hg 6y0 -lnsey0 8c0 -kvcdo0 6y0 -h80ka0 7n0 -eb6ib0 8c0
Africa/Algiers|CET CEST|0|kc -154gb8c fl -uozn3l 0 -fkul40 2s0 -c4kqs0 0 -79mio0 2s0 -3i8is0 0 42lp80 2s0 54et80 0 5wuyo0 2s0
Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo Africa/Niamey Africa/Porto-Novo|WAT WAST|2s0|mn -xnxnan 0 -w3k000 mn -t85smn 1e0 -q9qc20 2s0
Africa/Bissau|GMT|-2s0|-2vw -u9rek0 -2s0 2lxk40 0
Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo|CAT CAST|5k0|616 -vu3fd6 5k0
Africa/Cairo Egypt|EET EEST|5k0|5sl -1054wgl 5k0
Africa/Casablanca|WET WEST|0|-1ek -tblt9g 0 7eveo0 2s0 8cm580 0
Africa/Ceuta|CET CEST|0|-zg -100edc0 0 7eveo0 2s0
Africa/El_Aaiun|WET WEST|-2s0|-2g0 -isdxk0 -2s0 3a22s0 0
Africa/Johannesburg Africa/Maseru Africa/Mbabane|SAST|5k0|56o -14nj6io 460 -yvtdi0 5k0
Africa/Juba|CAT CAST|5k0|5us -kcrsis 5k0 fodfs0 8c0 qnth00 5k0
Africa/Khartoum|CAT CAST|5k0|60w -kcrsow 5k0 fodfs0 8c0 oyph00 5k0
Africa/Monrovia|GMT|-226|-1zw -qj6zc4 -226 11v0q6 0
Africa/Ndjamena|WAT WAST|2s0|2sc -u9rk4c 2s0
Africa/Sao_Tome|GMT|0|18w -18vsjww -1p9 -u9rhc0 0 p1uqs0 2s0 pkmo40 0
Africa/Tripoli Libya|EET EEST|5k0|2fw -q3gfrw 2s0 -5qotg0 5k0 69gig0 2s0 am3h80 5k0 dyil40 2s0 ehhx40 5k0 md8w00 2s0 mv76o0 5k0
Africa/Tunis|CET CEST|2s0|1vw -1a9dr7w fl -uozn3l 2s0
Africa/Windhoek|CAT WAT|5k0|360 -14nj4i0 460 -yvtdi0 5k0 ajtx40 2s0
America/Adak America/Atka US/Aleutian|HAST HADT|-uk0|xya -1hc7qjz -wpq -1078oma -uk0 77ss00 -rs0
America/Anchorage US/Alaska|AKST AKDT|-rs0|12wo -1hc7qjz -rrc -1078tko -rs0 77sp80 -p00
America/Anguilla America/Antigua America/Aruba America/Blanc-Sablon America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot America/Montserrat America/Port_of_Spain America/Puerto_Rico America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola America/Virgin|AST ADT|-b40|-c8p -10xhp3b -b40
America/Araguaina|BRT BRST|-8c0|-8xc -t85j2o -8c0
America/Argentina/Buenos_Aires America/Buenos_Aires|ART ARST|-8c0|-ato -138aaic -bw0 -px7ys0 -b40 -4ink0 -8c0 fj0b00 -b40 fqtsc0 -8c0
America/Argentina/Catamarca America/Argentina/ComodRivadavia America/Catamarca|ART ARST|-8c0|-c6k -138a95g -bw0 -px7ys0 -b40 -4ink0 -8c0 b1otk0 -b40 bdkr40 -8c0 fj0b00 -b40 fqtsc0 -8c0 hym0c0 -b40 hzl9s0 -8c0
America/Argentina/Cordoba America/Cordoba America/Rosario|ART ARST|-8c0|-bw0 -px7ys0 -b40 -4ink0 -8c0 b1otk0 -b40 bdkr40 -8c0 fj0b00 -b40 fqtsc0 -8c0
America/Argentina/Jujuy America/Jujuy|ART ARST|-8c0|-c3c -138a98o -bw0 -px7ys0 -b40 -4ink0 -8c0 aiyqw0 -b40 bcuts0 -8c0 fj0b00 -b40 fqtsc0 -8c0
America/Argentina/La_Rioja|ART ARST|-8c0|-cdo -138a8yc -bw0 -px7ys0 -b40 -4ink0 -8c0 b1l480 -b40 b51cg0 -8c0 fj0b00 -b40 fqtsc0 -8c0 hym0c0 -b40 hzl9s0 -8c0
America/Argentina/Mendoza America/Mendoza|ART ARST|-8c0|-cqs -138a8l8 -bw0 -px7ys0 -b40 -4ink0 -8c0 aiyqw0 -b40 bwats0 -8c0 fj0b00 -b40 fqtsc0 -8c0 hy5cc0 -b40 i4mr40 -8c0
America/Argentina/Rio_Gallegos|ART ARST|-8c0|-ctg -138a8ik -bw0 -px7ys0 -b40 -4ink0 -8c0 fj0b00 -b40 fqtsc0 -8c0 hym0c0 -b40 hzl9s0 -8c0
America/Argentina/Salta|ART ARST|-8c0|-c44 -138a97w -bw0 -px7ys0 -b40 -4ink0 -8c0 b1otk0 -b40 bdkr40 -8c0 fj0b00 -b40 fqtsc0 -8c0
America/Argentina/San_Juan|ART ARST|-8c0|-cos -138a8n8 -bw0 -px7ys0 -b40 -4ink0 -8c0 b1l480 -b40 b51cg0 -8c0 fj0b00 -b40 fqtsc0 -8c0 hyk5o0 -b40 i1e340 -8c0
America/Argentina/San_Luis|ART ARST|-8c0|-cac -138a91o -bw0 -px7ys0 -b40 -4ink0 -8c0 ajh9k0 -b40 b6bn40 -8c0 fj0b00 -b40 fqtsc0 -8c0 hyk5o0 -b40 i1e340 -8c0 juz1k0 -b40 krc0g0 -8c0
America/Argentina/Tucuman|ART ARST|-8c0|-c2s -138a998 -bw0 -px7ys0 -b40 -4ink0 -8c0 b1otk0 -b40 bdkr40 -8c0 fj0b00 -b40 fqtsc0 -8c0 hym0c0 -b40 hz8b40 -8c0
America/Argentina/Ushuaia|ART ARST|-8c0|-cnc -138a8oo -bw0 -px7ys0 -b40 -4ink0 -8c0 fj0b00 -b40 fqtsc0 -8c0 hyib00 -b40 hzl9s0 -8c0
America/Asuncion|PYT PYST|-b40|-aog -jy93zk -b40 1fnkg0 -8c0 27sgc0 -b40 sldn00 -8c0
America/Atikokan America/Cayman America/Coral_Harbour America/Panama|EST EDT|-dw0|-eq8 -15r0uls -eso -w757vc -dw0
America/Bahia|BRT BRST|-8c0|-74s -t85kv8 -8c0
America/Bahia_Banderas|CST CDT|-jg0|-jho -p1u4k0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0 -eg9600 -jg0 l0ch00 -go0
America/Barbados|AST ADT|-b40|-b1h -ug8iaj -b40
America/Belem|BRT BRST|-8c0|-8z8 -t85j0s -8c0
America/Belize|CST CDT|-go0|-gc0 -u52ic0 -go0
America/Boa_Vista|AMT AMST|-b40|-b8g -t85grk -b40
America/Bogota|COT COST|-dw0|-dps -srdoy8 -dw0
America/Boise|MST MDT|-jg0|-lip -18y0gg0 -m80 -oc9iw0 -jg0
America/Cambridge_Bay|MST MDT|-jg0|0 -q3gdc0 -jg0 fkgjk0 -go0 g36jg0 -dw0 g3jck0 -go0 gb3vo0 -jg0
America/Campo_Grande|AMT AMST|-b40|-a44 -t85hvw -b40
America/Cancun|EST EDT|-go0|-g2g -p1u7c0 -go0 696680 -dw0 6sej80 -go0 eincs0 -dw0 ex1so0 -go0 nj3280 -dw0
America/Caracas|VET VEST|-b40|-ce8 -15r0wxs -ce4 -u7lcxw -ci0 -2lx4u0 -b40 jsrss0 -ci0 o6hks0 -b40
America/Cayenne|GFT GFST|-8c0|-9ow -uj7yb4 -b40 -16brk0 -8c0
America/Chicago CST6CDT US/Central|CST CDT|-go0|-g8c -18y0m00 -go0 -hnqf40 -dw0 -haev80 -go0
America/Chihuahua|CST CDT|-go0|-jn8 -p1u4k0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0 eqxno0 -jg0 rkk3k0 -go0
America/Ciudad_Juarez|MST MDT|-go0|-jpw -p1u4k0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0 eqxno0 -jg0 rkk3k0 -go0 rm5co0 -jg0
America/Costa_Rica|CST CDT|-go0|-fkd -pjw8fn -go0
America/Creston America/Phoenix US/Arizona|MST MDT|-jg0|-kr6 -18y0j80 -jg0
America/Cuiaba|AMT AMST|-b40|-adw -t85hm4 -b40
America/Danmarkshavn|GMT|-8c0|-3gg -rvusjk -8c0 dkhf00 0
America/Dawson|MST MDT|-p00|-ptg -1079suk -p00 1ztvo0 -m80 qj3vg0 -jg0
America/Dawson_Creek|MST MDT|-m80|-m9k -18vrweg -m80 1e0p00 -jg0
America/Denver America/Shiprock MST7MDT Navajo US/Mountain|MST MDT|-jg0|-jfw -18y0j80 -jg0
America/Detroit US/Michigan|EST EDT|-dw0|-fdn -xx8dyd -go0 -sih340 -dw0
America/Edmonton America/Yellowknife Canada/Mountain|MST MDT|-jg0|-l0g -x1yazk -jg0
America/Eirunepe|ACT ACST|-dw0|-cxs -t85f28 -dw0 k2yb80 -b40 mw14g0 -dw0
America/El_Salvador|CST CDT|-go0|-gio -pkm4tc -go0
America/Ensenada America/Santa_Isabel America/Tijuana Mexico/BajaNorte|PST PDT|-m80|-lo4 -p1u4k0 -jg0 -o0a9w0 -m80 -m7o9s0 -jg0 -kf64k0 -m80
America/Fort_Nelson|MST MDT|-m80|-mpz -18vrvy1 -m80 nkw140 -jg0
America/Fort_Wayne America/Indiana/Indianapolis America/Indianapolis US/East-Indiana|EST EDT|-dw0|-fye -18y0m00 -go0 -7o0f40 -dw0 -6ea780 -go0 -63h8g0 -dw0
America/Fortaleza|BRT BRST|-8c0|-74o -t85kvc -8c0
America/Glace_Bay|AST ADT|-b40|-b3o -z94kwc -b40
America/Godthab America/Nuuk|WGT WGST|-8c0|-9kw -rvumf4 -8c0 rs3s40 -5k0
America/Goose_Bay|AST ADT|-b40|-b6s -18vs7h8 -9rg -i52u8k -9q0 -1zdy20 -b40
America/Grand_Turk|EST EDT|-dw0|-d68 -15r0w5s -e7y -u85og2 -dw0 nkvss0 -b40 p5ezg0 -dw0
America/Guatemala|CST CDT|-go0|-grg -qqqskk -go0
America/Guayaquil|ECT ECST|-dw0|-es8 -15r0ujs -ejc -kcr84o -dw0
America/Guyana|GYT GYST|-af0|-arr -uhmik9 -b40 -smca80 -af0 2wud30 -8c0 bluwg0 -b40
America/Halifax Canada/Atlantic|AST ADT|-b40|-bs0 -z94k80 -b40
America/Havana Cuba|CST CDT|-dw0|-f94 -15r0u2w -f9c -n7762o -dw0
America/Hermosillo|MST MDT|-jg0|-kjs -p1u4k0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0 -eg9600 -jg0
America/Indiana/Knox America/Knox_IN US/Indiana-Starke|CST CDT|-go0|-g1i -18y0m00 -go0 -407z40 -dw0 -384xw0 -go0 bdxy40 -dw0 ix3240 -go0
America/Indiana/Marengo|EST EDT|-dw0|-fzn -18y0m00 -go0 -4iy1s0 -dw0 23fcs0 -go0 2ijss0 -dw0
America/Indiana/Petersburg|EST EDT|-go0|-g5v -18y0m00 -go0 -2g1r40 -dw0 -1nlr80 -go0 432zg0 -dw0 ix3240 -go0 jqyzg0 -dw0
America/Indiana/Tell_City|CST CDT|-dw0|-g2f -18y0m00 -go0 -2yrts0 -dw0 -14vok0 -go0 -cshs0 -dw0 ix3240 -go0
America/Indiana/Vevay|EST EDT|-dw0|-fr4 -18y0m00 -go0 -86qhs0 -dw0
America/Indiana/Vincennes|EST EDT|-dw0|-g7j -18y0m00 -go0 -2yrts0 -dw0 ix3240 -go0 jqyzg0 -dw0
America/Indiana/Winamac|EST EDT|-dw0|-g1d -18y0m00 -go0 -4iy1s0 -dw0 ix3240 -go0 jeqbk0 -dw0
America/Inuvik|MST MDT|-m80|0 -8ve5c0 -m80 4v6bs0 -jg0
America/Iqaluit America/Pangnirtung|EST EDT|-dw0|0 -eb6ao0 -dw0 fkge00 -go0 g36jg0 -dw0
America/Jamaica Jamaica|EST EDT|-dw0|-e7y -u85og2 -dw0
America/Juneau|AKST AKDT|-m80|15rv -1hc7qjz -ow5 -1078wfv -m80 5dweg0 -p00 5n9fs0 -m80 77sjo0 -p00
America/Kentucky/Louisville America/Louisville|EST EDT|-dw0|-fvq -18y0m00 -go0 -4emkk0 -dw0 23fcs0 -go0 2ijss0 -dw0
America/Kentucky/Monticello|EST EDT|-go0|-fpo -18y0m00 -go0 g36jg0 -dw0
America/La_Paz|BOT BOST|-b40|-cmc -jpva5o -b40
America/Lima|PET PEST|-dw0|-e9o -15r0v2c -eac -w25lpo -dw0
America/Los_Angeles PST8PDT US/Pacific|PST PDT|-m80|-lwa -18y0gg0 -m80
America/Maceio|BRT BRST|-8c0|-6m4 -t85ldw -8c0
America/Managua|CST CDT|-go0|-fz8 -15r0tcs -fzc -ijh6oo -go0 1qkbc0 -dw0 2ob1w0 -go0 bhceg0 -dw0 bv2gk0 -go0 c05vc0 -dw0 e3bck0 -go0
America/Manaus Brazil/West|AMT AMST|-b40|-b44 -t85gvw -b40
America/Martinique|AST ADT|-b40|-bb8 -umcvcs -b40
America/Matamoros|CST CDT|-go0|-i20 -p1u7c0 -go0
America/Mazatlan Mexico/BajaSur|MST MDT|-jg0|-jpg -p1u4k0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0 -eg9600 -jg0
America/Menominee|CST CDT|-dw0|-g83 -17zjvrx -go0 -cshs0 -dw0 1qgos0 -go0
America/Merida|CST CDT|-go0|-glg -p1u7c0 -go0 696680 -dw0 6p60s0 -go0
America/Metlakatla|AKST AKDT|-m80|16au -1hc7qjz -od6 -1078wyu -m80 nx4rs0 -p00 phnyg0 -m80 plmjs0 -p00
America/Mexico_City Mexico/General|CST CDT|-go0|-id0 -p1u4k0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0
America/Miquelon|PMST PMDT|-b40|-aeg -uk1k9k -b40 5e3cg0 -8c0
America/Moncton|AST ADT|-b40|-bzw -18wys04 -dw0 -z94i40 -b40
America/Monterrey|CST CDT|-go0|-iks -p1u7c0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0
America/Montevideo|UYT UYST|-8c0|-aer -px8099 -b40 -o50vk0 -9q0 -e482c0 -8c0
America/Montreal America/Nassau America/Nipigon America/Thunder_Bay America/Toronto Canada/Eastern|EST EDT|-dw0|-ep8 -1353das -dw0
America/New_York EST5EDT US/Eastern|EST EDT|-dw0|-dpe -18y0os0 -dw0
America/Nome|AKST AKDT|-uk0|101a -1hc7qjz -umq -1078qpa -uk0 77ss00 -p00
America/Noronha Brazil/DeNoronha|FNT FNST|-5k0|-604 -t85lzw -5k0
America/North_Dakota/Beulah|CST CDT|-jg0|-iuj -18y0j80 -jg0 lbi8w0 -go0
America/North_Dakota/Center|CST CDT|-jg0|-irc -18y0j80 -jg0 bwo3k0 -go0
America/North_Dakota/New_Salem|CST CDT|-jg0|-is3 -18y0j80 -jg0 hncu80 -go0
America/Ojinaga|CST CDT|-go0|-jc4 -p1u4k0 -jg0 -m7ock0 -go0 -kf67c0 -jg0 -jpan80 -go0 eqxno0 -jg0 rkk3k0 -go0
America/Paramaribo|SRT SRST|-9q0|-a7s -usj4g8 -a84 -i9lsfw -a7o -cnnf4c -9q0 7p4720 -8c0
America/Port-au-Prince|EST EDT|-dw0|-de8 -15r0vxs -ddo -rmk9ac -dw0
America/Porto_Acre America/Rio_Branco Brazil/Acre|ACT ACST|-dw0|-ck0 -t85fg0 -dw0 k2yb80 -b40 mw14g0 -dw0
America/Porto_Velho|AMT AMST|-b40|-bu0 -t85g60 -b40
America/Punta_Arenas|GMT-03:00|-8c0|-d4s -15r0w78 -d39 -vauawr -dw0 -rx8i40 -d39 -qs16wr -b40 -qcwsw0 -d39 -m3etkr -dw0 -jhfgs0 -b40 -eeay80 -dw0 -eb5ws0 -b40 -c6kkw0 -dw0 -bsvzk0 -b40 ohn4c0 -8c0
America/Rainy_River America/Winnipeg Canada/Central|CST CDT|-go0|-hzo -171bfcc -go0
America/Rankin_Inlet|CST CDT|-go0|0 -6s8lc0 -go0 g36jg0 -dw0 gb3sw0 -go0
America/Recife|BRT BRST|-8c0|-6go -t85ljc -8c0
America/Regina Canada/Saskatchewan|CST CDT|-go0|-jdo -xkq9yc -jg0 -5210c0 -go0
America/Resolute|CST CDT|-go0|0 -bnp9c0 -go0 g36jg0 -dw0 gb3sw0 -go0 j7vy40 -dw0 jeqbk0 -go0
America/Santarem|BRT BRST|-b40|-a4o -t85hvc -b40 k2y8g0 -8c0
America/Santiago Chile/Continental|CLT CLST|-8c0|-d39 -vauawr -dw0 -rx8i40 -d39 -qs16wr -b40 -qcwsw0 -d39 -m3etkr -dw0 -jhfgs0 -b40 -eeay80 -dw0 -eb5ws0 -b40 -c6kno0 -dw0 -bsvzk0 -b40
America/Santo_Domingo|AST ADT|-ci0|-cy0 -15r0we0 -cyo -j6hz1c -dw0 2ijn80 -b40 g36go0 -dw0 g4za00 -b40
America/Sao_Paulo Brazil/East|BRT BRST|-8c0|-8ms -t85jd8 -8c0
America/Scoresbysund|EGT EGST|-5k0|-42g -rvurxk -5k0 5v6080 -2s0 sb6tg0 -5k0
America/Sitka|AKST AKDT|-m80|15lz -1hc7qjz -p21 -1078w9z -m80 77sjo0 -p00
America/St_Johns Canada/Newfoundland|NST NDT|-9q0|-9rg -i52u8k -9q0
America/Swift_Current|CST CDT|-jg0|-jyw -xkq9d4 -jg0 17qro0 -go0
America/Tegucigalpa|CST CDT|-go0|-g5g -pfzh6k -go0
America/Thule|AST ADT|-b40|-cqk -rvuj9g -b40
America/Vancouver Canada/Pacific|PST PDT|-m80|-mss -18vrvv8 -m80
America/Whitehorse Canada/Yukon|MST MDT|-m80|-p0c -1079tno -p00 -207b00 -m80 qj3vg0 -jg0
America/Yakutat|AKST AKDT|-p00|14sh -1hc7qjz -pvj -1078vgh -p00
Antarctica/Casey|AWST AWDT|m80|0 -irxc0 m80 kro7c0 uk0 kyrj00 m80 ltqko0 uk0 lzr5w0 m80 ofen40 uk0 p5dwk0 m80 pg70w0 uk0 pogv40 m80 pytbg0 uk0 q6tz40 m80 qhmv5o uk0 qpws40 m80 r0cxto uk0 r8mus0 m80 rj30ho uk0 rr7ls0 m80
Antarctica/Davis|DAVT DAVST|jg0|0 -6rmdc0 jg0 -2p2zg0 0 -h6io0 jg0 kroa40 dw0 kz30w0 jg0 ltqng0 dw0 lzre80 jg0
Antarctica/DumontDUrville|DDUT DDUST|rs0|r94 -1ayytx4 r8w -1354j8w rs0
Antarctica/Macquarie|AEST AEDT|uk0|0 -10mb9c0 rs0 -qhmeg0 0 -bd1xc0 rs0
Antarctica/Mawson|MAWT MAWST|go0|0 -8aelc0 go0 krocw0 dw0
Antarctica/McMurdo Antarctica/South_Pole NZ Pacific/Auckland|NZST NZDT|xc0|wd4 -1gsoz14 vy0 -ciy9c0 xc0
Antarctica/Palmer|CLT CLST|-8c0|0 -2lxhc0 -b40 -4ink0 -8c0 6fn4c0 -b40 ohn4c0 -8c0
Antarctica/Rothera|ROTT ROTST|0|0 3lxs00 -8c0
Antarctica/Syowa|SYOT SYOST|8c0|8ng -bwgbbg 8c0
Antarctica/Troll|GMT CEST|0|0
Antarctica/Vostok|VOST VOSST|jg0|0 -6aaao0 jg0 cki780 0 cykao0 jg0 s5trg0 dw0
Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Berlin Europe/Copenhagen Europe/Oslo Europe/Stockholm|CET CEST|2s0|2h4 -1421154 2s0
Asia/Aden Asia/Kuwait Asia/Riyadh|AST ADT|8c0|8ng -bwgbbg 8c0
Asia/Almaty|ALMT ALMST|go0|e90 -nu1a90 dw0 -kmr9w0 go0 b347k0 dw0 bi8qc0 go0 s9mq00 dw0
Asia/Amman|EET EEST|5k0|6nk -kcrtbk 5k0 rkfmg0 8c0
Asia/Anadyr|ANAT ANAST|1040|wv8 -nu1sv8 xc0 -kmrtc0 1040 6e2bw0 xc0 b33qw0 uk0 bi89o0 xc0 kzy1k0 uk0 lio700 xc0
Asia/Aqtau|AQTT AQTST|dw0|9b4 -nu15b4 b40 -kmr740 dw0 64pws0 go0 6e2vc0 dw0 b34ac0 b40 bi8t40 dw0 cwnjo0 b40 i6f3s0 dw0
Asia/Aqtobe|AQTT AQTST|dw0|al4 -nu16l4 b40 -kmr740 dw0 64pu00 go0 6e2vc0 dw0 b34ac0 b40 bi8t40 dw0
Asia/Ashgabat Asia/Ashkhabad|TMT TMST|dw0|at8 -nu16t8 b40 -kmr740 dw0 b34ac0 b40 bi8t40 dw0
Asia/Atyrau|GMT+05:00|dw0|9m8 -nu15m8 8c0 -kmr4c0 dw0 64pws0 go0 6e2vc0 dw0 b34ac0 b40 bi8t40 dw0 f99uc0 b40 i6f3s0 dw0
Asia/Baghdad|AST ADT|8c0|884 -15r1hk4 880 -r50g80 8c0
Asia/Bahrain Asia/Qatar|AST ADT|b40|9jk -q3gmvk b40 19d0w0 8c0
Asia/Baku|AZT AZST|b40|98c -nu158c 8c0 -6p7kc0 b40 b34d40 8c0 bv7jw0 b40
Asia/Bangkok Asia/Phnom_Penh Asia/Vientiane|ICT ICST|jg0|im4 -pysda4 jg0
Asia/Barnaul|GMT+07:00|jg0|fic -q4ljic go0 -kmrco0 jg0 b344s0 go0 bi8nk0 jg0 d98v40 go0 liokw0 jg0 ne0ks0 go0 o4nww0 jg0
Asia/Beirut|EET EEST|5k0|6ko -1ayy98o 5k0
Asia/Bishkek|KGT KGST|go0|dtc -nu19tc dw0 -kmr9w0 go0 b347k0 dw0 il2ko0 go0
Asia/Brunei|BNT BNST|m80|kfk -mvof3k ku0 -jb6i60 m80 -ejqbk0 p00 -conl00 m80
Asia/Calcutta Asia/Kolkata|IST IDT|fa0|gd4 -1oaa314 gcw -1g6thow eva -xehava fa0
Asia/Chita|YAKT YAKST|p00|l0g -q4cfog m80 -kmri80 p00 b33z80 m80 bi8i00 p00 liock0 rs0 ne0cg0 m80 o4nrc0 p00
Asia/Choibalsan|CHOT CHOST|jg0|jsk -xmcrsk jg0 46akk0 m80
Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Shanghai PRC|CST CDT|m80|mhj -100eztj m80
Asia/Colombo|IST IDT|fa0|esc -1ayyhgc esk -xehask fa0 drxa20 i20 dzufc0 go0 ixq620 fa0
Asia/Dacca Asia/Dhaka|BDT BDST|go0|gqs -15r1q2s gcw -eqtpow i20 -ef78q0 fa0 -e9lba0 i20 -9j0ne0 go0
Asia/Damascus|EET EEST|5k0|6q0 -q3gk20 5k0 rkfjo0 8c0
Asia/Dili|TLT TLST|p00|n98 -u9s3k0 m80 -ejfac0 p00 3b0ho0 m80 g0zls0 p00
Asia/Dubai Asia/Muscat|GST GDT|b40|a8o -q3gnko b40
Asia/Dushanbe|TJT TJST|go0|cqo -nu18qo dw0 -kmr9w0 go0 b347k0 dw0
Asia/Famagusta|EET EEST|5k0|6ac -p4bqac 5k0 od5jo0 8c0 oyk840 5k0
Asia/Gaza|EET EEST|5k0|6ds -1054x1s 5k0
Asia/Hebron|EET EEST|5k0|6hz -1054x5z 5k0
Asia/Ho_Chi_Minh Asia/Saigon|ICT ICST|m80|jqu -umdqeu jg0 -e3bkw0 m80 -cxyro0 p00 -cp63o0 jg0 -bvja40 m80 -7kjng0 jg0 -57xfk0 m80 2uaps0 jg0
Asia/Hong_Kong Hongkong|HKT HKST|m80|l56 -y0i0s0 m80 -emgia0 p00 -cl7cs0 m80
Asia/Hovd|HOVT HOVST|go0|gz0 -xmcoz0 go0 46anc0 jg0
Asia/Irkutsk|IRKT IRKST|m80|jb5 -q28gn5 jg0 -kmrfg0 m80 b34200 jg0 bi8ks0 m80 liofc0 p00 ne0f80 m80
Asia/Istanbul Europe/Istanbul Turkey|TRT TRST|5k0|5d4 -1ayy814 5ew -ux9xew 5k0 4fid00 8c0 7qp980 5k0 od3p00 8c0
Asia/Jakarta|WIB WIST|jg0|js0 -o0bdpc kdc -jebgdc ku0 -ehxgu0 p00 -co37o0 ku0 -bb5zi0 m80 -a9m680 ku0 -34ru60 jg0
Asia/Jayapura|WIT EIST|p00|q20 -jebm20 p00 -d7zvo0 qe0 -34rzq0 p00
Asia/Jerusalem Asia/Tel_Aviv Israel|IST IDT|5k0|6iu -1ayy96u 6ig -r50eig 5k0
Asia/Kabul|AFT AFST|ci0|ctc -15r1m5c b40 -d1pkg0 ci0
Asia/Kamchatka|PETT PETST|xc0|tdo -olrupo uk0 -kmrqk0 xc0 b33qw0 uk0 bi89o0 xc0 kzy1k0 uk0 lio700 xc0
Asia/Karachi|PKT PKST|dw0|cf0 -wvpb30 fa0 -9j0km0 dw0
Asia/Kashgar Asia/Urumqi|XJT XJDT|go0|g7w -lx5pjw go0
Asia/Kathmandu Asia/Katmandu|NPT NPST|fa0|fss -q3gt4s fa0 8clsq0 fz0
Asia/Khandyga|YAKT YAKST|p00|p3p -q4cjrp m80 -kmri80 p00 b33z80 m80 bi8i00 p00 hqrlo0 rs0 lio9s0 uk0 lreus0 rs0 ne0cg0 p00
Asia/Krasnoyarsk|KRAT KRAST|jg0|h72 -q37l72 go0 -kmrco0 jg0 b344s0 go0 bi8nk0 jg0 lioi40 m80 ne0i00 jg0
Asia/Kuala_Lumpur|MYT MYST|ku0|j8d -xphpwd jg0 -hquppc kdc -esddpc ku0 -ejqa60 p00 -conl00 ku0 69g1s0 m80
Asia/Kuching|MYT MYST|m80|kfk -mvof3k ku0 -jb6i60 m80 -ejqbk0 p00 -conl00 m80
Asia/Macao Asia/Macau|CST CDT|m80|l0y -y0i2cy m80 -emm3o0 p00 -cnoec0 m80
Asia/Magadan|MAGT MAGST|uk0|rxc -nu1nxc rs0 -kmrns0 uk0 b33to0 rs0 bi8cg0 uk0 lio700 xc0 ne06w0 rs0 o63gg0 uk0
Asia/Makassar Asia/Ujung_Pandang|WITA CIST|m80|m40 -jebi40 m80 -ek3a80 p00 -co37o0 m80
Asia/Manila|PST PDT|m80|-189k -1t8ix2g meg -10p6nk0 m80 -ejxt00 p00 -cyj500 m80
Asia/Nicosia Europe/Nicosia|EET EEST|5k0|66g -p4bq6g 5k0
Asia/Novokuznetsk|KRAT KRAST|jg0|g5c -nu36tc go0 -kmrco0 jg0 b344s0 go0 bi8nk0 jg0 kzyfg0 go0 liokw0 jg0
Asia/Novosibirsk|NOVT NOVST|jg0|fcs -q4do0s go0 -kmrco0 jg0 b344s0 go0 bi8nk0 jg0 c7fr40 go0 liokw0 jg0 ne0ks0 go0 oasa80 jg0
Asia/Omsk|OMST OMSST|go0|dl6 -q5xmx6 dw0 -kmr9w0 go0 b347k0 dw0 bi8qc0 go0 liokw0 jg0 ne0ks0 go0
Asia/Oral|ORAT ORAST|dw0|9ic -nu15ic 8c0 -kmr4c0 dw0 64pu00 go0 6e2vc0 dw0 a1b6c0 b40 bi8t40 dw0 blud00 b40 i6f3s0 dw0
Asia/Pontianak|WIB WIST|m80|k8w -jebg8w ku0 -eknm60 p00 -co37o0 ku0 -bb5zi0 m80 -a9m680 ku0 -34ru60 m80 9e5gg0 jg0
Asia/Pyongyang|KST KDT|p00|nac -w895yc nm0 -u9s4y0 p00 nt2v00 nm0 p87lo0 p00
Asia/Qostanay|QOST QOSST|dw0|bs4 -nu17s4 b40 -kmr740 dw0 64pu00 go0 6e2vc0 dw0 b34ac0 b40 bi8t40 dw0 i6f100 go0 s9mq00 dw0
Asia/Qyzylorda|QYZT QYZST|dw0|c4g -nu184g b40 -kmr740 dw0 64pu00 go0 6e2vc0 dw0 b34ac0 b40 bcheg0 dw0 bi8qc0 go0 blua80 dw0 i6f100 go0 pk1rc0 dw0
Asia/Rangoon Asia/Yangon|MMT MMST|i20|htb -q3gv5b i20 -efx620 p00 -cvg100 i20
Asia/Sakhalin|SAKT SAKST|uk0|qfc -xl87rc p00 -cpkx00 uk0 b33to0 rs0 bi8cg0 uk0 e7t8c0 rs0 lio9s0 uk0 ne09o0 rs0 o4nls0 uk0
Asia/Samarkand|UZT UZST|dw0|ceh -nu18eh b40 -kmr740 dw0 64pu00 go0 6e2vc0 dw0
Asia/Seoul ROK|KST KDT|p00|nig -w8966g nm0 -u9s4y0 p00 -88kmc0 nm0 -4dqfm0 p00
Asia/Singapore Singapore|SGT SGST|ku0|j8d -xphpwd jg0 -hquppc kdc -esddpc ku0 -ejqa60 p00 -conl00 ku0 69g1s0 m80
Asia/Srednekolymsk|SRET SREDT|uk0|sgs -nu1ogs rs0 -kmrns0 uk0 b33to0 rs0 bi8cg0 uk0 lio700 xc0 ne06w0 uk0
Asia/Taipei|CST CDT|m80|mi0 -12mch60 m80 -gtzfk0 p00 -co6u80 m80
Asia/Tashkent|UZT UZST|go0|ctz -nu18tz dw0 -kmr9w0 go0 b347k0 dw0
Asia/Tbilisi|GET GEST|b40|8an -nu14an 8c0 -6p7kc0 b40 b34d40 8c0 cwngw0 b40 hzxjg0 8c0 idzek0 b40
Asia/Tehran Iran|IRST IRDT|9q0|9iw -i18hiw 9q0 42lfi0 b40 4p2q80 9q0
Asia/Thimbu Asia/Thimphu|BTT BTST|fa0|glo -bojclo fa0 99fa20 go0
Asia/Tokyo Japan|JST JDT|p00|pvn -16snno0 p00
Asia/Tomsk|GMT+07:00|jg0|fqf -q3zbqf go0 -kmrco0 jg0 b344s0 go0 bi8nk0 jg0 gvea40 go0 liokw0 jg0 ne0ks0 go0 o7wkw0 jg0
Asia/Ulaanbaatar Asia/Ulan_Bator|ULAT ULAST|jg0|jsk -xmcrsk jg0 46akk0 m80
Asia/Ust-Nera|VLAT VLAST|p00|qiu -q4cl6u m80 -kmri80 p00 5vapo0 uk0 b33to0 rs0 bi8cg0 uk0 lio700 xc0 lres00 uk0 ne09o0 rs0
Asia/Vladivostok|VLAT VLAST|rs0|of7 -oligf7 p00 -kmrl00 rs0 b33wg0 p00 bi8f80 rs0 lio9s0 uk0 ne09o0 rs0
Asia/Yakutsk|YAKT YAKST|p00|o0y -q4cioy m80 -kmri80 p00 b33z80 m80 bi8i00 p00 liock0 rs0 ne0cg0 p00
Asia/Yekaterinburg|YEKT YEKST|dw0|b89 -rx5hw9 af5 -qc75z5 b40 -kmr740 dw0 b34ac0 b40 bi8t40 dw0 liono0 go0 ne0nk0 dw0
Asia/Yerevan|AMT AMST|b40|88o -nu148o 8c0 -6p7kc0 b40 b34d40 8c0 dfdrw0 b40
Atlantic/Azores|AZOT AZOST|-2s0|-4r4 -18vsdww -5aw -u9rbs0 -5k0 -1p1u80 -2s0 bzwaw0 0 c8qqs0 -2s0
Atlantic/Bermuda|AST ADT|-b40|-c06 -kvj2fu -b40
Atlantic/Canary|WET WEST|0|-2uo -oytbtc -2s0 -c4xh40 0
Atlantic/Cape_Verde|CVT CVST|-5k0|-4cs -u9rbs0 -5k0 32t740 -2s0
Atlantic/Faeroe Atlantic/Faroe|WET WEST|0|-194 -wcehew 0
Atlantic/Madeira|WET WEST|0|-34o -u9rek0 -2s0 -1p1x00 0
Atlantic/South_Georgia|GST GDT|-5k0|-6rk -15r12kg -5k0
Atlantic/Stanley|FKT FKST|-b40|-apo -u63pac -b40 6yf4g0 -8c0 872gc0 -b40 l89fc0 -8c0
Australia/ACT Australia/Canberra Australia/NSW Australia/Sydney|AEST AEDT|rs0|s04 -133j5c4 rs0
Australia/Adelaide Australia/South|ACST ACDT|qe0|pnw -133j2zw p00 -10vsp00 qe0
Australia/Brisbane Australia/Queensland|AEST AEDT|rs0|sc8 -1354kc8 rs0
Australia/Broken_Hill Australia/Yancowinna|ACST ACDT|qe0|q70 -133j3j0 rs0 -12a9fs0 p00 -10vsp00 qe0
Australia/Currie Australia/Hobart Australia/Tasmania|AEST AEDT|uk0|ra4 -12smja4 rs0
Australia/Darwin Australia/North|ACST ACDT|qe0|o88 -133j1k8 p00 -10vsp00 qe0
Australia/Eucla|ACWST ACWDT|ob0|nv4 -12nxx74 ob0
Australia/LHI Australia/Lord_Howe|LHST LHDT|rs0|tgk -133j6sk rs0 5tp880 t60
Australia/Lindeman|AEST AEDT|rs0|rl8 -1354jl8 rs0
Australia/Melbourne Australia/Victoria|AEST AEDT|rs0|qug -133j46g rs0
Australia/Perth Australia/West|AWST AWDT|m80|lgc -12nxusc m80
CET Europe/Amsterdam Europe/Brussels Europe/Luxembourg|CET CEST|2s0|t6 -14j9c00 0 -ss5uo0 2s0 -qotw40 0 -fgh6g0 2s0
Chile/EasterIsland Pacific/Easter|EAST EASST|-go0|-k94 -jhfaew -jg0 6d68c0 -go0
EET Europe/Athens|EET EEST|5k0|4e4 -rvv0cg 5k0 -eyqoc0 2s0 -dfp1g0 5k0
Eire Europe/Dublin|GMT IST|2s0|-169 -rsibxr 0
Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT0 Greenwich|GMT|0|0
Etc/GMT+1|GMT-01:00|-2s0|-2s0
Etc/GMT+10|GMT-10:00|-rs0|-rs0
Etc/GMT+11|GMT-11:00|-uk0|-uk0
Etc/GMT+12|GMT-12:00|-xc0|-xc0
Etc/GMT+2|GMT-02:00|-5k0|-5k0
Etc/GMT+3|GMT-03:00|-8c0|-8c0
Etc/GMT+4|GMT-04:00|-b40|-b40
Etc/GMT+5|GMT-05:00|-dw0|-dw0
Etc/GMT+6|GMT-06:00|-go0|-go0
Etc/GMT+7|GMT-07:00|-jg0|-jg0
Etc/GMT+8|GMT-08:00|-m80|-m80
Etc/GMT+9|GMT-09:00|-p00|-p00
Etc/GMT-1|GMT+01:00|2s0|2s0
Etc/GMT-10|GMT+10:00|rs0|rs0
Etc/GMT-11|GMT+11:00|uk0|uk0
Etc/GMT-12|GMT+12:00|xc0|xc0
Etc/GMT-13|GMT+13:00|1040|1040
Etc/GMT-14|GMT+14:00|12w0|12w0
Etc/GMT-2|GMT+02:00|5k0|5k0
Etc/GMT-3|GMT+03:00|8c0|8c0
Etc/GMT-4|GMT+04:00|b40|b40
Etc/GMT-5|GMT+05:00|dw0|dw0
Etc/GMT-6|GMT+06:00|go0|go0
Etc/GMT-7|GMT+07:00|jg0|jg0
Etc/GMT-8|GMT+08:00|m80|m80
Etc/GMT-9|GMT+09:00|p00|p00
Etc/UCT Etc/UTC Etc/Universal Etc/Zulu UCT UTC Universal Zulu|UTC|0|0
Europe/Andorra|CET CEST|2s0|a4 -100edm4 0 -c4xmo0 2s0
Europe/Astrakhan|GMT+04:00|b40|8wc -nu2zkc 8c0 -kmr4c0 b40 a1b940 8c0 b34fw0 b40 blufs0 8c0 liot80 b40 ne0t40 8c0 o4o580 b40
Europe/Belfast Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London GB GB-Eire|GMT BST|2s0|-23 -1rprx9x 0 -m6840 2s0 yd6w0 0
Europe/Belgrade Europe/Ljubljana Europe/Podgorica Europe/Sarajevo Europe/Skopje Europe/Zagreb|CET CEST|2s0|3so -18vsmgo 2s0
Europe/Bratislava Europe/Prague|CET CEST|2s0|2o8 -14u7uo8 2s0 -c1qns0 0 -bxf3s0 2s0
Europe/Bucharest|EET EEST|5k0|4u0 -k29zi0 5k0
Europe/Budapest|CET CEST|2s0|3j8 -15bee78 2s0
Europe/Busingen Europe/Vaduz Europe/Zurich|CET CEST|2s0|1kw -1os49kw 1dm -13g441m 2s0
Europe/Chisinau Europe/Tiraspol|EET EEST|8c0|5c8 -1ayy808 5bo -r2p1bo 4u0 -k29zi0 5k0 -euq8c0 2s0 -d8e5k0 8c0 am73s0 5k0
Europe/Gibraltar|CET CEST|2s0|-zo -1anxr0c 0 -6mxp40 2s0
Europe/Helsinki Europe/Mariehamn|EET EEST|5k0|4md -peghyd 5k0
Europe/Kaliningrad|EET EEST|8c0|3so -14212go 2s0 -cwm2w0 5k0 -cdzpk0 8c0 a1bbw0 5k0 liow00 8c0 ne0vw0 5k0
Europe/Kiev Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye|EET EEST|8c0|5ng -nu11ng 5k0 -kmr1k0 8c0 -erdv00 2s0 -dnetg0 8c0 ap2t40 5k0
Europe/Kirov|MSK MSD|b40|97c -qcx400 8c0 -kmr4c0 b40 a1b940 8c0 b34fw0 b40 blufs0 8c0 liot80 b40 ne0t40 8c0
Europe/Lisbon Portugal WET|WET WEST|2s0|-1p9 -u9rhc0 0 -1p1zs0 2s0 3ijk00 0 bv7pg0 2s0 dp3xg0 0
Europe/Madrid|CET CEST|2s0|-ok -100edc0 0 -fjrxg0 2s0
Europe/Malta|CET CEST|2s0|2os -13qyw0s 2s0
Europe/Minsk|MSK MSD|8c0|53s -1ayy7rs 53c -nu113c 5k0 -kmr1k0 8c0 -evpf00 2s0 -db2g80 8c0 b34fw0 5k0 liow00 8c0
Europe/Monaco Europe/Paris|CET CEST|2s0|fl -uozn3l 0 -ff5c80 2s0 -d8caw0 0 -cofek0 2s0
Europe/Moscow W-SU|MSK MSD|8c0|6yh -rx5dmh 707 -qcx400 8c0 -ontcc0 5k0 -kmr1k0 8c0 b34fw0 5k0 bi8yo0 8c0 liot80 b40 ne0t40 8c0
Europe/Riga|EET EEST|8c0|4gy -ms0hsy 5k0 -fciw80 8c0 -evjv00 2s0 -d5thg0 8c0 a1bbw0 5k0
Europe/Rome Europe/San_Marino Europe/Vatican|CET CEST|2s0|2b8 -13r0qs0 2s0
Europe/Samara|SAMT SAMST|b40|99w -qcx400 8c0 -kmr4c0 b40 a1b940 8c0 b34fw0 5k0 bchk00 8c0 bdkg00 b40 kzyns0 8c0 liot80 b40
Europe/Saratov|GMT+04:00|b40|8j6 -qcx400 8c0 -kmr4c0 b40 9il6g0 8c0 b34fw0 b40 blufs0 8c0 liot80 b40 ne0t40 8c0 ohmt80 b40
Europe/Simferopol|MSK MSD|8c0|6bc -1ayy8zc 6ao -nu12ao 5k0 -kmr1k0 8c0 -ep8300 2s0 -df8g80 8c0 ap2vw0 5k0 cp3bo0 8c0 e7u040 5k0 n382o0 b40 ne0t40 8c0
Europe/Sofia|EET EEST|5k0|4bg -1ayy6zg 5ew -136r6qw 5k0 -e6dzw0 2s0 -cx0l40 5k0
Europe/Tallinn|EET EEST|8c0|4l0 -r3exx0 2s0 -qcx6s0 4l0 -peghx0 5k0 -fch1k0 8c0 -ern4c0 2s0 -d6wg80 8c0 a1bbw0 5k0
Europe/Tirane|CET CEST|2s0|3o8 -t85vo8 2s0
Europe/Ulyanovsk|GMT+04:00|b40|8yo -qcx400 8c0 -kmr4c0 b40 a1b940 8c0 b34fw0 5k0 bi8yo0 8c0 liot80 b40 ne0t40 8c0 o4o580 b40
Europe/Vienna|CET CEST|2s0|30x -14211ox 2s0
Europe/Vilnius|EET EEST|8c0|4os -1ayy7cs 3w0 -rns980 4fc -q7q73c 2s0 -ptj1g0 5k0 -poyaw0 2s0 -fcmis0 8c0 -evwto0 2s0 -d9kqw0 8c0 a1bbw0 5k0 eqk2s0 2s0 fkg040 5k0
Europe/Volgograd|MSK MSD|b40|884 -q3cw84 8c0 -kmr4c0 b40 9il6g0 8c0 b34fw0 b40 blufs0 8c0 liot80 b40 ne0t40 8c0 pha580 b40 qlyvs0 8c0
Europe/Warsaw Poland|CET CEST|2s0|3w0 -se9yk0 2s0 -qrqd80 5k0 -ou36w0 2s0
Indian/Chagos|IOT IOST|dw0|des -wvpc2s dw0 dkgss0 go0
Indian/Christmas|CXT CXST|jg0|im4 -pysda4 jg0
Indian/Cocos|CCT CCST|i20|htb -q3gv5b i20 -efx620 p00 -cvg100 i20
Indian/Kerguelen|TFT TFST|dw0|dm0 -57x6y0 dw0
Indian/Mahe|SCT SCST|b40|a8o -q3gnko b40
Indian/Maldives|MVT MVST|dw0|dm0 -57x6y0 dw0
Indian/Mauritius|MUT MUST|b40|anc -wvp9bc b40
Indian/Reunion|RET REST|b40|a8o -q3gnko b40
Kwajalein Pacific/Kwajalein|MHT MHST|-xc0|uzk -100f8bk uk0 -h817w0 rs0 -f08x40 p00 -dip2c0 uk0 -4r7w0 -xc0 cc3yo0 xc0
MET|MET MEST|2s0|t6 -14j9c00 0 -ss5uo0 2s0 -qotw40 0 -fgh6g0 2s0
NZ-CHAT Pacific/Chatham|CHAST CHADT|zf0|xz0 -1gsp0n0 y10 -ciya10 zf0
Pacific/Apia|WSST WSDT|-uk0|yv4 -14fxxj4 -vsw -usiiv4 -vy0 -afqw20 -uk0 lx0h40 1040
Pacific/Bougainville|BST|rs0|st4 -1ayyvh4 r8w -1354j8w rs0 -ecsh40 p00 -cpsbo0 rs0 nh90g0 uk0
Pacific/Chuuk Pacific/Truk Pacific/Yap|CHUT CHUST|rs0|r94 -1ayytx4 r8w -1354j8w rs0
Pacific/Efate|VUT VUST|uk0|v64 -u964i4 uk0
Pacific/Enderbury|PHOT PHOST|-xc0|0 -gvk800 -xc0 535io0 -uk0 d1o980 1040
Pacific/Fakaofo|TKT TKST|-uk0|-vpk -100dhmg -uk0 lx0jw0 1040
Pacific/Fiji|FJT FJST|xc0|x4w -sa2x4w xc0
Pacific/Funafuti|TVT TVST|xc0|w1g -100f9dg xc0
Pacific/Galapagos|GALT GALST|-dw0|-glc -kcr62o -dw0 8cmlw0 -go0
Pacific/Gambier|GAMT GAMST|-p00|-ozo -tvndoc -p00
Pacific/Guadalcanal|SBT SBST|uk0|tmc -tvowac uk0
Pacific/Guam Pacific/Saipan|ChST ChDT|rs0|-13v0 -1t8j1h0 qt0 -100f450 rs0 -en8eg0 p00 -d9n500 rs0
Pacific/Honolulu US/Hawaii|HST HDT|-rs0|-t8e -12lnw3m -t60 -brzum0 -rs0
Pacific/Johnston|HAST HADT|-rs0|-t8e -12lnw3m -t60 -brzum0 -rs0
Pacific/Kanton|GMT+13:00|-xc0|0 -gvk800 -xc0 535io0 -uk0 d1o980 1040
Pacific/Kiritimati|LINT LINST|-tmo|-t4w -100dk74 -tmo 535eyo -rs0 d1o6g0 12w0
Pacific/Kosrae|KOST KOSST|xc0|-10hg -1t8j4uk u6k -100f7ik uk0 -su52k0 p00 -qknl00 uk0 -h817w0 rs0 -f08x40 p00 -cqtd00 uk0 -4r7w0 xc0 f4tw00 uk0
Pacific/Majuro|MHT MHST|xc0|w1g -100f9dg xc0
Pacific/Marquesas|MART MARST|-qe0|-pu0 -tvncu0 -qe0
Pacific/Midway Pacific/Pago_Pago Pacific/Samoa US/Samoa|SST SDT|-uk0|z20 -14fxxq0 -vm0 -usij20 -uk0
Pacific/Nauru|NRT NRST|vy0|uws -pjxiws vy0 -e9rby0 p00 -couzo0 vy0 4r4dm0 xc0
Pacific/Niue|NUT NUST|-uk0|-vgs -8zbv78 -vhc -2vdcio -uk0
Pacific/Norfolk|NFT NFST|vy0|v3s -100f8fs v40 -9x0ps0 vy0 nvney0 uk0
Pacific/Noumea|NCT NCST|uk0|uto -u9645o uk0
Pacific/Palau|PWT PWST|p00|-15rg -1t8izkk owk -100f28k p00
Pacific/Pitcairn|PST PDT|-nm0|-o38 -100dp8s -nm0 es2cy0 -m80
Pacific/Pohnpei Pacific/Ponape|PONT PONST|uk0|tmc -tvowac uk0
Pacific/Port_Moresby|PGT PGST|rs0|r94 -1ayytx4 r8w -1354j8w rs0
Pacific/Rarotonga|CKT CKHST|-t60|112w -10jifqw -tl4 -8zbx2w -t60 4mj960 -rs0
Pacific/Tahiti|TAHT TAHST|-rs0|-rp4 -tvnayw -rs0
Pacific/Tarawa|GILT GILST|xc0|w1g -100f9dg xc0
Pacific/Tongatapu|TOT TOST|1040|y80 -corjk0 y9c -4p3zlc 1040
Pacific/Wake|WAKT WAKST|xc0|w1g -100f9dg xc0
Pacific/Wallis|WFT WFST|xc0|w1g -100f9dg xc0
SystemV/AST4 SystemV/AST4ADT|AST ADT|-b40|-b40
SystemV/CST6 SystemV/CST6CDT|CST CDT|-go0|-go0
SystemV/EST5 SystemV/EST5EDT|EST EDT|-dw0|-dw0
SystemV/HST10|HST HDT|-rs0|-rs0
SystemV/MST7 SystemV/MST7MDT|MST MDT|-jg0|-jg0
SystemV/PST8|PST|-m80|-m80
SystemV/PST8PDT|PST PDT|-m80|-m80
SystemV/YST9|AKST|-p00|-p00
SystemV/YST9YDT|AKST AKDT|-p00|-p00
`;
