"""Usual English words, and rarer ones that look like a slip for one of an edit: "check" is not "chuck"."""

_WORDS = """
abandon abandoned abide ability able aboard abode abort abound absolute absolutely abut accelerant
accelerator accept accepted access accident accidentally according account accounts accused achieve
acoustical acted acting actions active activity actor acts actual added admire admit admitted ads adult
advance advanced advantage advise affair affect afford afraid against agency agent agents agree agreed
agreement aground ahead aide aiding airport alarm alcohol alert alien aliens align alive allow allowed
allows almost alone altar although amazing ambulance american americans among amongst amply ancient angel
angels anger angry animal animals announce answer answered answering answers antic anxious anymore anytime
anyway anywhere apartment apologize apparently appeal appeals appeared applauded applauds apple
appointment appraise appreciate approach approaching appropriate approve approximately aptly areal arena
argue arguing argument armed arms army aromatic arranged arrest arrested arrive arrived arriving article
artist ash ashamed asked asking asks asleep assault asshole assigned assistant assume assumed assure
asthmatic atmosphere atmospheres attached attack attacked attacking attacks attempt attempted attend
attention attitude attorney attracted attractive auction audi audience audit aunt authorities authority
autocratic automated automation automaton available average avoiding awake aware awful awfully babies baby
backboard backhand backup backwash backwoods backyard backyards badly bags bail baits baking ball balls
band bang banger bank banker banking banks banned banter bar barbs bards bare bares barfing barfly barging
barking barks barley barns base baseball based basement basic basking bastard bastards bat bath bathroom
bats battle beach beads beaks beam beams beans bear bearing bears beast beasts beaten beating beaut
beautiful beauty became because become becomes becoming bedroom bedside bee beef been beer beets began
begat begged begging begun behalf behave behavior being beings believe believed believes believing bella
belle bellow belly belong belonged belongs beloved belt belts bend benefit bering best bet beta betas
betide betray betrayed bets better beyond biggest bike bill billion bills bird birds birth birthday bitch
bite bites bitter blame bland blank blast bleat bleats bleed bleeding bleeds bless blessed blew blind
block blocks blood bloody blow blowing blown blows bluffing blurb blurt blushing board boarding boars
boast boasted boat boats bodies body bomb bombs bond bone boned bones booed book booked books boos boosts
boot booted booth boots border bored boring born borrow borrowed boss bot botch bother bothered bothering
bottle bottles bought bounce bound bounty bowed bowl boxer boxes boyfriend boys brad braid brain brains
bran brandy bras brats brave brawn bread break breakfast breaking breaks breath breathe breathing bride
bridge brief brig bright brightens brightest brilliant brine bringing brings brink briny british brits
broad broke broken broth brother brothers brought brow browne brows brush bucking bucks buddy buffed
buffet bugger build building built bullet bullets bullshit bum bumpy bun bunch burden buried burned
burning burns burnt burry burst bury bust busted busy butt butter button buying cabin cable cackle
cackling cake calder calla calling calls came cameras camp campaign camps can cancer candy canter cap
capable capes capita capitalism capitalist capitol capping caps captain captained captains captives
capture captured cards care cared career careful carefully cares cargo carried carries carry carrying cars
cartoons cases casey cash cast caste castle catch catching cats caught cause caused causes causing caution
cautioned cautious cave cease celebrate cell cells central century certain certainly chain chaining chair
chairing chalking challenge champagne champion chance chanced chances chancing chang channel chanted
chanting chapter character chard charge charged charges charging charity charming charring charting chase
chased chasing chat chatting cheap cheat cheated cheating check checked checking checks cheer cheering
cheese chemical chest chick chicken chief child childhood children chile chili chilli chilly chinese chip
chipping chips chirping cho chocolate choice chomp chomping choose choosing choral chose chosen christian
christians chuckles chugging chunk church cigarette circle circumstances cities citizens city civil
civilian clacking claim claimed claiming claims clam clamp clamping clamps clams clan clanging clank clans
clashing clasp clasping clasps class classic classics claus claws clays cleaned cleaning cleared clerking
clever client clients climb climbing clink clinking clippings cloak cloaking clock clod clone cloned
cloning closer closes closest closet clothes cloud clouds clove clover cloying club clucking clue clues
clumping coach coal coarse coast coasting coat cock code codes coffee cokes collared collect collecting
collection college collider colluded colon comas combat combing combs comet comfort comfortable comic
coming command commander comments commercial commit committed committee common communicate communication
community companies compare compared compete competed competes competition complain complex complexes
complicated comps computer comte conceit concentrate concept concepts concern concerned concerns concerto
condition conditions conduct cones conference confess confession confided confidence confident confides
confirm confirmed confused congratulations conical conjured connect connected connection connects consent
consents considerable considered consisted consistency consisting conspiracy constant constantly constants
construction consumer contact contacted contacts contain contains contend contends contest contests
context contexts continents continue continued continues contract control controlled controls convenes
convents conversation convince convinced cook cooked cooker cooking cooper cooperate copes copped cops
cora core cores cornea corned cornet coroner corp corporal corporals corral corrected cost costs coughing
council countries county coupe couplet courage course court courting cousin cove coven covered covering
covet coveting cower crack cracked cracking cradling crane cranky crap crapped crash crashed crass crate
crawl crawling crazy cream crease created creating creature creatures credit creep creeping creeps cremate
cress crew crick cried crime crimes criminal criminals cringing crippling crisis critical croaking crock
crooning crossed crossfire crossing crowd crowding crown crowning crows cruel crush crying crystal cubes
cults culture cultured cunt cunts cure cures curious currant currently curse cursed curve custody customer
customers cute daddy daily damage damaged damien damn damned damper dance dancing danger dangerous dante
dare daring darkness darling data dated dates dating daughter dawn days deadly dealing dealt dear death
debating debt debuting decal decay decayed deceased decent decide decided decides decision decisions deck
decked decking decks declare declared decree decrees decryption dedicated deep deeper deeply defeat
defeating defecting defection defend defending defense definitely deflecting degenerate delegating
deletion delicate delicious deliver delivered delivery delousing deluding demand demon denise dentists
deny department depend depends deplete depleted depleting deposing deposit deputy describe described
descriptive desert deserting deserve deserved deserves design designed desire desk desperate despised
despises despising despite destiny destroy destroyed destroying destruction detail details detecting
detection detective determine determined develop developed device devil devising devoting diamond dick
dicks died dies difference different difficult dig digestion digging dilation diluting dimension
dimensional din dingo dingy dining dinner direct directed directing directional directive directly
director dirt dirty disappear disappeared disappoint disappointed discord discover discovered discuss
discussed discussing disease disgusting dish dissection dissolute distance distant district disturb
disturbing ditto diversions divine divorce doable docked docking docks doctor doctors documents dogmatic
dogs doing dollar dollars donation door doors doublet doubly doubt doubted dow downstairs downtown
downwind downy dozen dragged dragon drama dramatize drank draw drawing drawn dread dream dreamed dreaming
dreams dreary dress dressed dressing drew drink drinking drinks drive driven driver drives driving drone
droop dropped dropping drops drove drown drug drugs drunk ducky ducts dumb dumped dumpy dunked dunking
dunks duplicity dust dutch duty dying eager earl earls earn earned ears earth ease easier easily east easy
eaten eater eating eats edict edicts edith education effective effort eggs eighteen eighty election
electric electrical electron elevator eleven elise embarrassed embarrassing embrace emergency emery emits
emotional enact ended enemies enemy energy engage engaged engagement engine engorged enjoy enjoyed
enjoying enormous enough ensure entered entering entice entitled entrance entry episode equipment eras
errol escape escaped escort especially establish estate esther eternal ether evening event events ever
everybody everyday everyone everywhere evidence evil exalt examine exceeded excellent excelling
exceptional excerpt excite excited exciting excuse excusing execution executive exemption exercise
exertion existence exit expanded expanding expect expected expecting expend expended expending expensive
experience experienced experiment expert explained explains explanation exploding explosion expose exposed
express extent extraordinary extreme extremely eyes faced faces facet facility facing fact factory facts
fail failed failure fain fair fairly fairy faith fake faked fakes faking fall fallen falling falls false
falter falters fame famed familiar families famous fancy fanny fans fantastic farce fared fares faring
farm fashion fasten fat fate fated fates father fats fatted fatter fault favor favorite faxed faxes faxing
fazed fazes fear feast federal fee feed feeding feeling feelings feels feet feint fell fella felled feller
fellers felling fellow fells felt female fester fetch fetishes field fields fifteen fiftieth fifty fight
fighting fights figure figured figures filed filet filing fillets filmed films filmy filth filthy finale
finals financial find finding finds fine fines finest finger fingerprints fingers finished finishing
finnish fire fired fires firing firm firs fish fishing fist fists fixed fixes fixing flag flame flames
flapped flashy flask flat fleet flesh flew flies flight flint flits flitted flitting floating floor
flopped flour flow flower flowers flunk flunky flush flying focus focused folks follow follower followers
following fond food fool fooled fooling foolish foot football force forced forces forearms foreign forest
forever forget forgetting forgive forgot forgotten formal former forms forth fortune forty foster fought
found fount fourteen freak freaked freaking free freedom freezer french fresh fried friend friendly
friends friendship frightened frills frost froze fruit fuck fucked fucking fuel fuller fully funeral funny
fur further future gambling game games gang garage garbage garden gary gasp gasps gate gather gathered
gathering gave gavin gay gear gene general generals generation generations generator generous genetic
genie genius gentile gentleman gentlemen gentry german germans ghost ghosts giant gift gifts gimme gin
girl girlfriend girls given gives giving glad glade gland glass glasses global glorious glory goading goal
goddamn gods going golf gone goodbye goodness gorgeous gotta gotten government governor grab grabbed grace
gracing grain gran grandfather grandma grandmother grant grape grass grate grateful grater grating grave
gravy graze grazing greaser greatest greed greek greeter greta grew grind groove ground group grow growing
grown grows grunting grunts guarantee guard guards guessing guest guests guide guilt guilty guitars guns
guts gutting habit hairy hale hall hallway halted handed handle handled handling hands handsome handy hang
hanging haply happen happened happening happens happily happiness hard harder hardline hardly harm harpy
harry hate hated hates haven having head headed headlong heads heal healing health healthy heaping heard
hearing hearings hears heart hearts heat heating heave heaven heavily heaving heavy heck heeding held
helicopter hell help helped helping helpings helpline helps hemming hera herding here hero heroes heroin
herrings herself hid hidden hiding high higher highest highly hill himself hippy hire hired his history
hits hitting holding holdings hole holed holes holiday holy home homeless honest honey honor honored hoods
hook hooked hope hoped hopefully hopes hoping horn horrible horse horses hospital host hostage hotel hour
hours house houses however huge huh human humans humble humping hundred hundreds hung hungry hunt hunting
hurray hurt hurting hurts husband identified identify identity idiot ignore illegal imagine imagined
immediate immensity impact important impossible impress impressed impression inch inches incident
including incredible incredibly indeed indian indicate individual inedible inert infernal influence inform
information informed ingenuity injured inlet inner innocent inquiring insane insider insist insisted
inspiration inspirations inspired instructions instrumental insult insurance insuring integral integrity
intelligence intelligent intend intended intensely intensify intensive intention interest interested
interesting interests internal international interpol interrupt introduced invented invert investigate
investigating investigation invisible invite invited involve involved iron island issue issues italian
jacket jail jangle japanese jealous jerk jewish jiggle jobs joined joining joke journey joust judge
judging judgment juice jump jumped jumping jungle junior jury justice keeling keeps kept keys kicked
kicking kid kidding kidnapped kids killed killer killing kills kinda kinds king kingdom kiss kissed
kissing kitchen knack knees knew knife knocked knocking know knowing knowledge known knows krill lack
lactation ladies lady lager laid lake laker lamer land landed landing language laps larder largest laser
lashing lass late latest latex lathe lather latter lattes laughed laughing launch laundry lave laws lawyer
lawyers laying lead leader leaders leading leads lean leapt learn learned learning lease leash leaves
leaving lefty legal legation legend legs lend lengthy lesion lesser lest letter letting levee levees lever
levers lewdness libation liberty library license lick lied lien lies lieutenant life lifetime lift
lightning lights liked likely liken likes limey limit limited linen lines linger link lips liquor list
listen listened listening listing lists liter litter littering litters live lived liver livery lives
living load loaded loader loan local locate located locating lock locked locks lodger lofts logger logs
loitering lonely loner looked looking looms loons loops loose lord loses losing loss lost lot lotus louse
lousy louts love loved lovely lover loves loving lowe loyal loyalty lte luck lucky lunch lusting lusts
lying machine machines magazine magic magical maid mail main maintain major makers malarial male males
mama manage managed manager many march mares marge marin marion marked market marking marks marlin marlon
marriage married marry marrying martial martin marvin mask masking mass massing massive master mastery
match matches mated maternal math matter matters maxing mayor mazes meade meal meant measure meat meddle
medial median mediation medic medical medication medications medicine meditate meet meeting meets
melancholia melancholy member members memories memory mental mention mentioned mercy mere merely merry
mess message messages messed messing metal meted midnight mighty mikes mile miles military milk million
millions minds mindy mine mined minister minor miracle mirror miserable miss missed mission misspell
misspent mistaken mistakes misusing mites mitigating mixed moaning mobile model modem modern modes moldy
moles moment moments monde money monitor monkey monster month months mooing moon moore mopes moping moral
morning morse moses most mostly mother motherfucker motor mountain mountains mouth moved movement movies
mowing moxie muddle mulch mules multiple multiples multiplex munch murder murdered murderer murders muscle
mused muses musical musing musty mutilating mutiny mutts myself mysteries nail naked nam names narrative
narrow nasty nation national native nature nay near nearest nearly necessarily necessary neck needing
needy negative neighborhood neighbors nerds nerve nervous network newer news newspaper night nights
nineteen ninety nitrates noble noisy nonsense noose nooses norma normally norman norse north nose noses
noshing nostalgia note notes notice noticed noting nowhere nuclear nude numbed numbers nurse nuts obey
object obsessed obtained obvious occurred ocean odds offer offered offering office officer officers
official officially often older oldest omens ones online opened operate operating operation opportunity
opposite orchestra orchestras orchestrate ordered orders ordinary organization organized originality
originate otherwise otter otters ounce ours ourselves outdo outer outlawed outlive outlived outlives outta
overhand overland overload overlord overpaid overplay overt owens owes owned owner owns oxygen pack
package packed pacts paddling page pages paid pain painful paint painted painting paints pair palace
palaces palate panic pants paper papers pappy par pardon parents paris park parked parking parks parse
parson particular particularly parties partner partners party pass passed passengers passes passing
passion past pasts pastures pat patch pate path pathetic patient patients patrol pats pattern paunch pay
payback paying pays pcs peace penny perfectly perform performance period permanent permission permit
persona personal personally personnel petition petitioned petty phase phones phoney phonograph phony
photographic photography photon physical pick picked picking picks pierce pierces pilate pile pills pilot
pinch pinko pinky pint pints pipe pisces piss pissed pitch pity pizza placid plain plane planes planet
planned plans plant planted plants plastic plate plated playa playbook played player players playing pleas
pleasant pleased pleasure plenty plot ploys plugs plump plums pocket pointed pointing pointy poison
poisoned poker police policy polish political politics pontoons pool poor poppy popular population port
portrays ports positing positional positive positron possession possibility post posted postures potential
potion potions pound pounds pour powder power powerful powers practically practice praise prat prate pray
prayer praying prays precious precisely prefer pregnant prepare prepared preparing preppy presence present
presents preservation president press pressure pretend pretending pretty prevent previews previously price
pride priest primary prime prince princess print prints prior prison prisoner prisoners private prize
problem problems proceed process produce produced product production professional professor profile
program progress progressive promise promised prone proof proper properly property propose protect
protected protecting protection proud prove proved proven proves provide public pudding pull pulled
pulling pulls pulse punch punctures punish punishment puppy pure purpose pushed pushing pushy pussy puts
putting quack quality quarrels quartet queen question questioning questions quicken quieten quilt quint
quirks quit quite quitters race racing radiation radio rads rage rages raided railed rain rained raising
rally ram ramble rammed ramming ramos rams rance random rang rangers rap rape raped raping rapped rapping
raps rare rasping ration reach reached reaching reaction ready real reality realize realized realty
reaming reams reaping reaps rear rearing rears reason reasonable reasons rebel rebels recall receding
receive received receiving recent recently recessed reckon reclining recognize recognized recorded records
recover recovered recreated recurring redaction redder reds reductive reeducation reefs reeks referred
referring refining reforming refuse refused regaining regains regaling regarding reggie regime registered
regret rehearsed rehearsing reheated reilly rejected rejection rejoining related relating relation
relationship relax relaxant relaxes relayed relaying release released relegated relented religion
religious rely remanded remanding remarkable remarking remember remembered remind reminded reminder
reminders reminding reminds remote remotes renovate rent rented renter repainting repair repairing repay
repealed repealing repeat repeater repeaters repeating repel repelled repels repented repetition replaced
replayed replaying replicate replying report reported reporter reporting reports represent reputation
request requested require required requires rescue research resect resection resent resented reserved
reserving reside resist resolving resonate resorting resources respect respected respond response
responsibility responsible restaurant result results retail retested retire retracing retrain retraining
retreated retry returned returning reveal revealing revel reveling revelled revels revenge revenged reverb
revered reverend reverie reversal reversion review revising reviving revoking revolution revolutions
revolving reward rewarding rework reworking rewrote rezoning rice rich riches richter ride ridiculous
riding rights ring ringing rings ripped rise rising risk river riverbed road roads roasting robbed robbery
robot rocket rocks rocky rode roe rolex rolled rolling romping roof rooms roomy roosting root rope rose
rotational rotted rotten rotting rotund rough rousting route routine royal rubble ruble rude ruin ruined
ruining ruins rule ruled rules rumors rumple runes rungs runts rush russian russians sacked sacred
sacrifice safe safely safer safety sail sake sale sales salon saloon salt salve sample sanctions sand
satellite satiated satisfied saturate saved saving sawing sayin sbs scalded scalp scalped scan scar scare
scared scares scarf scarfing scaring scarring scars scathing scatting scent schedule scheduled science
sciences scientific scientists scooting scope scorn scots scram scrape scratch scream screaming screw
screwed screwing seal sealed search searched searching season seat seating seats secret secretary
secretions secrets sectional sectionals sects secure security sediments seeding seeds seeing seek seeking
seem seemed seems seen seeps sees seize seized selections self selfish sell selling semen send sending
sends senior sense sensitive sent sentence sentenced separated sergeant serial series serious seriously
serpents servant serve served service services serving sessions settle settled settling seventeen
seventies seventy sever severe sexual sexy shacked shacking shadowy shady shaft shafting shafts shaken
shaker shall shame share shared sharing sharking sharp sharpened sharpening sharpness shaven shay shearing
shed shedding sheep sheeting shell shelling shelving sheriff shield shifty shill shilling shine shining
ship shipping ships shirt shit shitty shock shoe shoeing shoes shooing shoot shooter shooting shop
shopping shore shores shoring short shorted shorty shoulder shout shouting shove showed shower shown showy
shriek shrine shtick shut shuts shying sick sift sighs sight sign signal signature signed significant
signing signs sill silly silvery similar simmer simple sine sing singe singing single sings sink sip
sipping sired sister sisters site sitting situated situation sixes sixteen sixty ski skidding skill skills
skimming skimp skimping skin skinning skits skull slacked slake slanting slave slaving slaying sledding
sleep sleeping slept slid slight slighted slip slipped slipping slit sliver sloan sloping slopping slops
sloshing slots sluice smacked smart smartened smarter smarting smarts smash smearing smell smelling smells
smelting smidgen smile smiling smoke smoking smooch smooching smoothie smudge snake snaking snaky snap
snapping snapshot snarling sneak sneaker sneaking sneaks sneering sneezing snipe snog snore snorting
snorts snow snowed snows snp soaking social society solar sold soldier soldiers solid solution solve
solved somehow someplace somethin sometimes somewhere son sons sooth sore sorry sort sorts soul souls
sounded sounds soup source south southern sowed sows spacey spade spanish spank spare sparking sparring
spate spawn spear spearing spears special species specific specifically speck specks speedy spell spend
spending spends spent spewed spice spick spied spill spilling spilt spine spiny spirit spirits spiritual
spit splat splint splints spoil spoiling spoke spokes spook spooking spooks spoon spore sporting sports
spot spots spotted spotting spraying spread spreading sprightly spring spurting spying squad squeaking
squeeze squire stab stabbed stabbing stabs stack stacker stacking stacy staff staffing stage stags
staining stairs stake staked staking stalked stalking stamping stand standard standing stands stans
stapling star stare stares staring stark starling starlings starr starring stars started startling
starving stashing state statement states stating station stations statue statues staving stayed staying
stead steadily steak steaks steal stealing steaming steamy steed steeds steel steep steering stele stems
stepped stepping steps sterilization sterilize sterilized sterilizing steven stews sticking sticky stilt
stink stippling stirling stirring stock stocked stoke stole stolen stomach stomp stomps stone stones stony
stood stoop stoops stopped stopping storage store stores storey storied stork storm storming stormy stowed
strafing straight strange stranger strap straw straying strays streaking streets strengthen stress
stretchy strictly strike string stripe stripy strobe strode stronger strove struck struggle strung stuart
stubs stuck student students studied studio study studying stuff stuffed stunting stupid sturdier subject
sublime submitting success successful such suck suction sudden suddenly suffer suffered suffering sugar
suggested suggesting suggests suicide suit suits summary summed super superior supplies supply support
supposed supposes suppressor surely surface surge surgery surprise surprised surrender surrounded
surveillance survival survive survived suspect suspected suspects suspended suspender suspends suspicious
sven swallow swamp swarming swatch swatting swaying swear swearing sweat sweating sweep sweeping sweet
swelling swift swill swilling swim swimming swing switched swoon sword swore sworn symbol synthesis system
systems table tacky tael tail taken takes talent tales talked talky tall talus tames taming tank tanking
tanks tape taping target task tasking tasks taste tastes tat taught taxi taxing tea teach teacher teaching
teak team teams tear tears tease teat teats technical technology teeth telephone television tell telling
tells temp temperature temple temporary temps tempt ten tend tennis tens tent tents term terms terrible
terribly terrorist terse test tested testify testimony testing tests texas thane thank theater thee theirs
themselves theory therefore theyre thick thief thin thine thingy think thinks thirteen thirty thong thongs
thorough thou though thoughts thousand thousands thrace thrash threading threat threaten threatened
threatening threefold threw thrive throat throb throwing thrown thrumming thus thyme ticket tickets tides
tied ties tight tile tiles timing tin tinder ting tings tinker tinny tirade tired tires tis tithe toast
today toe toes toilet told tonal tongs tongue tonight tonne tonnes tons took topical torch tore torn
torture totes touched touching touchy tough tow tower town trace traces tracked tracking tract tracts
tracy tradition traditional traditions tragic trail train trained training tramping transaction
transactions transcript transfer transferred transfers transitional transitive translation translations
transport trap trapped trashy travel traveled traveling tread treading treasure treated treatise treatment
treaty tree trees trekking trending trent tri trial trick tricking tricks tried tries trifle trifling
trigger trill trilling trip tripe triplet tripping tromping troops trotting trouble troubles trough truck
trucks true truly trumping trust trusted trusting truth trying tubes tunnel turfed turning turns tutoring
tuxes tweeting twelve twenties twenty twine twist twisted tying typical udder ugly ultimate unable uncle
und undercover underground understand understanding understands understood unfortunate unfortunately
unhappy uniform union unique unit units universe university unknown unleaded unlike unloaded unloads untie
unto unusual upgraded upload upon upped upset upstairs uptight urgent used useful useless uses using
usually vacation valuable value vampire vantage various vast vehicle vice victim victims victory vie view
village violence violent virus visibly vision visit visited visiting visual vital vocal voices vote voted
wafer wager wait waited waiter waiting wake wakes waking walk walked walking walks wall walls walter
wandering wanna wanted wanting war warder warding wards warn warned warner warning warp warrant warrior
wash washer washes washing waste wasted wasting watch watched watching waterworks watery wave waver waves
ways weak weapon weapons wear wearing wears weather wedding week weekend weeks weight weird welcome went
west western whale whatever wheat wheel where wherever while whine whip whiten whitey whoever whom
whomever whore whose whosever wicked widen widow wife wild wile wiles willing windows windscreen windy
wine wined wines wing wings wining winner winning wins winter wiped wire wires wiring wish wished wishes
witch witness witnesses wives woke wolf woman women wondered wonderful wong wood woods word wordy wore
work worked workers working works world worlds worming worms worn worried worry worrying worse worst worth
worthy wound wounded wounds wrapped wring writ writer writhe writhing wrote wrung yard yards year years
yell yelling young younger yours yourself youth zero zoo zoos
backend edge edges features functions giver headers heater locates pined penned scanning siting spinning
takers talking tapes whole
"""
REAL_WORDS = frozenset(_WORDS.split())
