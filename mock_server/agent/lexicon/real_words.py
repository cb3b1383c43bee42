"""English words that look like a slip for a word of the lexicon, and are none: "check" is not "chuck"."""

_WORDS = """
abide abode abort abound abut accelerant accelerator acoustical ads aground aide aiding align alone
altar among amply antic appeal appeals applauded applauds apple appraise aptly areal arena aromatic ash
asthmatic atmosphere atmospheres attack auction audi audit autocratic automated automation automaton
backward backwoods backyard backyards baking band banger banker banking banned banter bar barbs bards
bares barfing barfly barging barking barks barley barns basking bat bats beads beaks beams beans beast
beasts beaut bedside bee beets began begat begun being bella belle bellow belly belts bering bet beta
betas betide bets bland blank bleat bleats bleed bleeds block blow blown bluffing blurb blurt blushing
boars boast boasted boats boned booed boos boosts boot booted booth boots bored boring bot botch bounce
bounty bowed boxer boxes brad braid bran brandy bras brats brawn brig brightens brightest brine brink
briny broth brow browne brows bucking buffed buffet bugger bum bumpy bun burnt burry cackle cackling
calder calla camps can cancer cap capes capita capitalism capitalist capitol capping caps captained
captains captives cared cartoons casey caste cause caution cautioned cautious cease chaining chairing
chalking chance chanced chances chancing chang chanted chanting chard charge charged charges charging
charming charring charting chase chatting check checking child chile chili chilli chilly chipping chips
chirping cho chomp chomping choosing choral chose christian christians chugging chunk clacking claiming
clam clamp clamping clamps clams clan clanging clank clans clashing clasp clasping clasps class classics
claus claws clays clerking climbing clink clinking clippings cloak cloaking clock clod clone cloned
cloning closer closet clove clover cloying clucking clues clumping coal coarse coasting cock codes cokes
collider colon comas combing combs comet comments compete competed competes complexes comps comte
conceit concept concepts concern concerto cones confided confides conical connects consent consents
considerable consisted consistency consisting constants consumer contacts contend contends contest
contests context contexts continents convenes convents cooker cooper cooperate copes copped cora cores
cornea corned cornet coroner corp corporal corporals corral coughing coupe couplet course court courting
cove coven covet coveting cower crack cracking cradling crane cranky crapped crass crate crawling crease
creep creeping creeps cremate cress crick cringing crippling croaking crock crooning crowding crowning
crows cubes cults cunt cunts cure cures currant curse cursed curve damien damper dante daring dealt
debating debuting decal decay decayed deceased decked decking decks decree decrees decryption defeating
defecting defection deflecting degenerate delegating deletion delicate deluding demon dennis deplete
depleted depleting descriptive deserting despised detecting detection devoting dicks dig digestion
dilation diluting dimension dimensional din dingo dingy directing directional directive director discord
dissection dissolute diversions divine doable docked docking docks dogmatic doing donation doublet
doubly doubted dow downy dramatize dread dream dreams dreary drone droop drown ducky ducts dumpy dunked
dunking dunks duplicity dutch dying earl earls ease eater edict edicts edith electric electron elise
emery emits enact engorged entice eras errol esther ether event ever exalt exceeded excelling
exceptional excerpt excite excuse excusing execution exemption exertion exit expanded expanding expend
expended expending exploding extent faced faces facet facing fain faked fakes faking falling falls
falter falters fame famed fanny farce fared fares faring fasten fat fated fates fats fatted fatter faxed
faxes faxing fazed fazes feast fee feint felled feller felling fells fester fetishes fifty filet filing
filmed filmy filth finale finals fines finnish fires firs fist fists fixes flame flames flapped flashy
flask flesh flies flint flits flitted flitting flopped flour flunk flunky flush follower followers
formal forth foster fount freezer frills frost froze fuller fully funny fur gavin gay gene generals
generation generations generator genie gentile gentry gin given glade gland goading grace gracing grady
grain gran grant grape grate grater grating grave graying graze grazing greaser greed greek greeter
greta grind groove guitars gutting hairy hale hallway halted handy haply hardline harpy harry haven
headlong healing heaping hearing hearings heart heating heave heaving heeding helpings helpline hemming
hera herding heroin herrings hid hippy his holdings holed holes hoods huh humping hurray immensity
inedible inert infernal ingenuity inlet inquiring insider inspiration inspirations insuring integral
integrity intensely intensify intensive internal interpol invert jangle jiggle joust jungle keeling kid
kinda knack krill lactation lager laker lamer laps larder laser lashing lass late latex lathe lather
latter lattes lave lawyer leapt lease leash lefty legation lengthy lesion lesser lest letter levee
levees lever levers lewdness libation lien likely liken limey linen linger listing lists liter litter
littering litters livery loader locating locks lodger lofts logger logs loitering loner looms loons
loops loose lost lot lotus louse louts lovely lover lowe lte lusting lusts makers malarial males mares
marge marin marion marking marlin marlon martin marvin masking massing mastery mated maternal maxing
mazes meade meddle medial median mediation medic medication medications meditate melancholia melancholy
mere messing meted mikes mindy mined misspell misspent mistaken misusing mites mitigating moaning model
modem modes moldy moles monde mooing moore mopes moping morse moses mowing moxie muddle mulch mules
multiple multiples multiplex munch mused muses musing musty mutilating mutiny mutts mysteries naked nam
narrative nay needy newer nitrates noisy noose nooses norma norman norse nose noses noshing nostalgia
noting nude numbed obtained older omens orchestra orchestras orchestrate originality originate otter
ounce outdo outlawed outlive outlived outlives overhand overland overload overlord overpaid overplay
overt owens pacts paddling paint paints palace palaces palate pants pappy par paris parks parse parson
party passes pasts pastures pat pate pats paunch pay payback pays pcs peace persona petition petitioned
phase phoney phonograph phony photographic photography photon picks piece pieced pierce pierces pilate
pinch pinko pinky pint pisces placid plane planes plans plate plated playa playbook pleas ploys plugs
plump plums pointy poppy portrays ports positing positional positive positron postures prat prate prays
precious preppy presence preservation previews print prints progressive prone protect pudding punch
punctures puppy pushy quack quarrels quartet quicken quieten quilt quint quirks quit quite quitters
radio rads rage rages raided railed rained rally ram ramble rammed ramming ramos rams rance rang rangers
rap raped raping rapped rapping raps rasping ration reaction ready realty reaming reams reaping reaps
rearing rears rebels receding recessed reclining recreated recurring redaction redder reds reductive
reeducation reefs reeks reel referred referring refining reforming regaining regains regaling regarding
reggie regime rehearsed rehearsing reheated reilly rejected rejection rejoining related relating
relation relaxant relaxes relayed relaying relegated relented remanded remanding remarking remind
reminded reminder reminders reminding remote remotes renovate renter repainting repairing repealed
repealing repeater repeaters repeating repelled repels repented repetition replayed replaying replicate
replying reported reporting resect resection resent resented reserved reserving reside resolving
resonate resorting respected retail retested retire retracing retrain retraining retreated retry
revealing reveling revelled revels revenged reverb revered reverend reverie reversal reversion revising
reviving revoking revolution revolutions revolving reward rewarding rework reworking rewrote rezoning
riches richter rise riverbed roads roasting rocky roe rolex romping roomy roosting rotational rotted
rotting rotund rousting rubble ruble ruining ruins rumple runes rungs runts sacked sake sale salon
saloon salve satiated saturate sawing sayin sbs scalded scalp scalped scar scared scarf scarfing
scarring scars scathing scatting scent sciences scooting scope scorn scots scram scrape sealed seating
seats sects sediments seeding seeds seeps seize seized selling sentence sentenced serpents settling
shack shacked shading shadowy shady shaft shafting shafts shaken shaker shall shaming shank sharing
shark sharking sharpened sharpening shaven shay shearing shedding sheeting shelling shelving shifty
shill shilling shipping shirt shit shoeing shooing shoot shooter shooting shopping shore shores shoring
short shorted shorty shout shove shower shown showy shriek shrine shtick shuts shying sick sift
significant sill silvery sine singe sings sip sipping sired sitting situated sixes ski skidding skill
skimming skimp skimping skinning skits slacked slake slanting slave slaving slaying sledding sleeping
slid slighted slipping slit sliver sloan sloping slopping slops sloshing slots sluice smacked smart
smartened smarting smarts smearing smell smelling smelting smidgen smooch smooching smoothie smudge
snake snaky snapping snapshot snarling sneak sneaker sneaking sneaks sneering sneezing snipe snog snore
snorting snorts snowed snows snp soaking somethin son sons sooth sore sorts sowed sows spacey spade
spank spare sparking sparring spate spawn spear spearing spears speck specks speedy spend spending
spends spewed spice spick spied spill spilling spilt spine spiny spit splat splice splint splints
spoiling spoke spokes spook spooking spooks spoon spore sporting sports spots spotting spraying
spreading sprightly spurting spying squeaking squire stabbing stabs stack stacker stacking stacy
staffing stags staining stake staked stalked stalking stamping standing stans stapling star stare stares
staring stark starling starlings starr starring stars startling starving stashing states stating statue
statues staving stead steadily steak steaks stealing steaming steamy steed steeds steep steering stele
stems steps sterilize stews sticky stilt stink stippling stirling stirring stock stocked stoke stole
stomp stomps stony stoop stoops store stores storey storied stork storm storming stormy stowed strafing
strap straw straying strays streaking strengthen stretchy strike string stripe stripy strobe strode
strove strung stuart stubs stuck stunting sturdier sublime submitting suction suits supposes suppressor
surge suspended suspender suspends swamp swarming swatch swatting swaying swearing sweating sweeping
swelling swift swill swilling swoon swore synthesis tacky tael taken tales talky talus tames taming
tanking tanks taping tasking tasks tat taxing tea teak tease teat teats teeth temp temps tempt ten tens
tent tents terse tests texas thane thank theirs theyre thin thine thingy think thinks thong thongs
thorough though thrace thrash threading threat threefold thrive throb thrown thrumming thyme tides ties
tile tiles tin tinder ting tings tinker tinny tirade tires tis tithe toe toes tonal tongs tonne tonnes
tons topical torch totes touchy tough tow traces tract tracts tracy tradition traditions tramping
transaction transactions transcript transfer transfers transitional transitive translation translations
transport trashy tread treading treatise treaty tree trekking trending trent tri trick tricking tricks
trifle trifling trill trilling tripe triplet tripping tromping trotting trough truck trucks trumping
trusting tubes turfed tutoring tuxes tweeting twine tying udder und unleaded unloaded unloads untie
upgraded upload upped uptight vantage vice vie violent visibly vocal wafer wager waiter waiting walter
war warder warding wards warner warp washer washes wasted waterworks watery waver whale whatever wheat
where wherever while whine whiten whitey whomever whore whose whosever widen widow wile windy wined
wines wining wires wiring wished witch wives wong woods word wordy working works world worlds worming
worms wound wring writ writer writhe writhing wrote wrung zoo zoos
"""
REAL_WORDS = frozenset(_WORDS.split())
