"""English words that look like a slip for a word of the lexicon, and are none: "check" is not "chuck"."""

_WORDS = """
abide ads aide aiding align altar appeal appeals apple ash attack audit backyard bar barking bat
bedside bee began begun bet blank bleed block blow blown boast boosts boot boots bored boring bot
bounce bounty boxer boxes bras brink brow browne buffet bum bun can cancer cap caps caution chance
chances chanting charge charged charges charging check child chili chilly chips cho chose chunk clan
clans class claws clock clone closer closet clover coal codes colon comet concept concern cones
consent considerable contend contest contests context contexts cores coroner course court cove crack
cracking crane crate cunt cure cursed curve daring decay decks dicks dig dimension din discord
divine docks doubted dow ease eater electron ever excerpt excuse extent faced faces facing faked
faking falling falls fame famed fares fat fats fee filing filmed finale finals fines finnish fires
flame flames flashy flesh flies flush form formal forth foster freezer froze fuller funny fur gay
genie gin gland gran grant grape grave grazing greed grind guitars hallway halted healing hearing
hearings heating heroin hid his holes huh inlet insider internal jungle kid late latter lawyer lease
lesser letter lever likely listing lists liter locks logs loops lost lot lovely lover lowe lte
makers males marking maternal median medic mere messing moaning modes moses multiple nam nay nose
noses nude older orchestra paint paints palace pants par parks party passes pat pay pays pcs peace
persona phase pierce pint plane plate plated poppy ports print prints protect pudding punch puppy
quartet quit quite radio rage raided rally ram ramos rams rang rangers rap raped raping ready realty
rebels reefs regime related relating remind reminder remote repealed resent reside retail retire
revolution reward riches rise roads roe rubble ruining sacked sake sale salon saloon sayin sbs scalp
scared scent scope scots scrape sealed seating seeds seized selling settling shadowy shady shaft
shaken shaker shipping shirt shit shooter shore shores short shove shower shown shrine shuts sick
sings sip sitting ski slave slid slipping slit sloan slots smart smell smelling snake sneak snp
soaking somethin son sore sorts spear spend spends spice spilling spit sports spots spying stack
stake star stare staring starr starring startling starving stating steak steps sticky stink stock
stocked stoke stole store strap strike string stripe stuck sublime suction sweating swelling swift
swore synthesis tat tea tease ten tens tents tests theirs theyre threat thrive thrown tile tiles tin
tinder tis toe toes tonnes tons tow traces tract tread tree tri trick tricks truck trucks tubes und
vice vie violent vocal waiting war wards warner while wines wires wiring wives woods word working
works worlds worms writer wrote zoo
"""
REAL_WORDS = frozenset(_WORDS.split())
